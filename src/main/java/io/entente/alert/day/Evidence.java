package io.entente.alert.day;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.Event;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.Story;
import io.entente.avro.state.StoryEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the strongest events of an alert. */
public final class Evidence {
    /** So many are shown. */
    public static final int SHOWN = 5;

    private record Candidate(Story story, StoryEvent event) {}

    private static final Comparator<Candidate> STRONGEST = Comparator.comparingDouble(
                    (Candidate candidate) -> -Math.abs(candidate.event().getIntensity()))
            .thenComparing(candidate -> -candidate.event().getFamilies().size())
            .thenComparing(candidate -> -candidate.story().getPublishedAt())
            .thenComparing(candidate -> candidate.event().getEventId());

    private Evidence() {}

    /** What an alert shows of an event. */
    public static AlertEvidence of(Event event) {
        return new AlertEvidence(
                event.getId(),
                event.getArticleId(),
                event.getPublishedAt(),
                event.getSource(),
                event.getTarget(),
                event.getEvent(),
                event.getStatus(),
                event.getSentiment(),
                event.getIntensity(),
                event.getSentence(),
                event.getTrigger(),
                event.getUrl().orElse(null),
                event.getFamilies(),
                event.getReports(),
                event.getCopies());
    }

    /** The strongest of the events that match: by intensity, then by families, then the latest. */
    static List<AlertEvidence> strongest(DayBook book, String pair, List<Story> stories, Predicate<StoryEvent> which) {
        return stories.stream()
                .flatMap(story -> story.getEvents().stream().map(event -> new Candidate(story, event)))
                .filter(candidate -> which.test(candidate.event()))
                .sorted(STRONGEST)
                .map(candidate -> book.evidence(pair, candidate.event().getEventId()))
                .filter(Objects::nonNull)
                .limit(SHOWN)
                .toList();
    }

    /** {@code before}, then what {@code after} adds. */
    public static List<AlertEvidence> joined(List<AlertEvidence> before, List<AlertEvidence> after) {
        return Stream.concat(before.stream(), after.stream().filter(each -> before.stream()
                        .noneMatch(known -> known.getEventId().equals(each.getEventId()))))
                .limit(SHOWN)
                .toList();
    }

    /** What is shown of severe events: from the day, or from {@code before}, what the alert showed so far. */
    public static List<AlertEvidence> of(DayView view, List<SeverePoint> points, List<AlertEvidence> before) {
        return points.stream()
                .map(point -> find(view, point.getEventId(), before))
                .filter(Objects::nonNull)
                .limit(SHOWN)
                .toList();
    }

    private static @Nullable AlertEvidence find(DayView view, String eventId, List<AlertEvidence> before) {
        AlertEvidence kept = view.evidence(eventId);
        return kept != null
                ? kept
                : before.stream()
                        .filter(each -> each.getEventId().equals(eventId))
                        .findFirst()
                        .orElse(null);
    }

    /** The alert with the latest version of an event that it shows, or without it where it is gone (null). */
    public static @Nullable Alert refreshed(@Nullable Alert alert, String eventId, @Nullable AlertEvidence latest) {
        if (alert == null) {
            return null;
        }
        List<AlertEvidence> evidence = new ArrayList<>();
        for (AlertEvidence each : alert.getEvidence()) {
            if (!each.getEventId().equals(eventId)) {
                evidence.add(each);
            } else if (latest != null) {
                evidence.add(latest);
            }
        }
        return evidence.equals(alert.getEvidence())
                ? alert
                : AlertCopies.of(alert).setEvidence(evidence).build();
    }
}
