package io.entente.alert.day;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertEvidence;
import io.entente.avro.Event;
import io.entente.avro.Status;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.OpenEvent;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.Story;
import io.entente.avro.state.StoryEvent;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of the days that have not closed, by pair, day and story, with the day's counts. An event's last version replaces the one
 * before, so the counts are a function of the set of events, not of their order.
 */
public final class DayBook {
    private static final TableSpec<OpenEvent> EVENTS = new TableSpec<>("alert-events", OpenEvent.class);
    private static final TableSpec<Story> STORIES = new TableSpec<>("alert-stories", Story.class);
    private static final TableSpec<PairDay> DAYS = new TableSpec<>("alert-days", PairDay.class);
    private static final double MILLION = 1e6;
    private static final DirectionDay NOTHING = new DirectionDay(0, 0, 0L);
    public static final PairDay EMPTY = new PairDay(NOTHING, NOTHING, 0, List.of(), List.of(), 0);
    private static final Comparator<SeverePoint> BY_TIME =
            Comparator.comparingLong(SeverePoint::getPublishedAt).thenComparing(SeverePoint::getEventId);

    private final AlertPolicy policy;
    private final Breakthroughs breakthroughs = Breakthroughs.load();
    private final SevereActs severeActs = SevereActs.load();
    private final Table<OpenEvent> events;
    private final Table<Story> stories;
    private final Table<PairDay> days;

    public DayBook(AlertPolicy policy, Tables tables) {
        this.policy = policy;
        this.events = tables.table(EVENTS);
        this.stories = tables.table(STORIES);
        this.days = tables.table(DAYS);
    }

    public static List<TableSpec<?>> tables() {
        return List.of(EVENTS, STORIES, DAYS);
    }

    /** The day of an event that is kept; null for one that is not. */
    @Nullable
    public Integer dayOf(String key) {
        OpenEvent open = events.get(key);
        return open == null ? null : open.getDay();
    }

    /** What an alert shows of an event; null if it is not kept. */
    @Nullable
    public AlertEvidence evidence(String pair, String eventId) {
        OpenEvent open = events.get(pair + '|' + eventId);
        return open == null ? null : open.getEvidence();
    }

    /** The counts of a day. */
    PairDay day(String pair, int day) {
        return day(dayKey(pair, day));
    }

    private PairDay day(String dayKey) {
        PairDay found = days.get(dayKey);
        return found == null ? EMPTY : found;
    }

    /** The stories of a day in order of publication. */
    List<Story> stories(String pair, int day) {
        List<Story> found = new ArrayList<>();
        stories.scanPrefix(dayKey(pair, day) + '|', (key, story) -> found.add(story));
        found.sort(Comparator.comparingLong(Story::getPublishedAt).thenComparing(Story::getArticleId));
        return found;
    }

    /** Takes a version of an event. What does not count (reported only inside an allegation, say) is not kept. */
    public StoryChange put(String key, Event event) {
        boolean counts = event.getStatus() == Status.ASSERTED || event.getStatus() == Status.INTENDED;
        if (!counts) {
            return remove(key);
        }
        String pair = PairName.ofKey(key);
        int day = EpochDays.of(event.getPublishedAt());
        AsOfDay asOfDay = new AsOfDay(event);
        events.put(key, new OpenEvent(day, Evidence.of(event)));
        StoryEvent latest = new StoryEvent(
                event.getId(),
                event.getSource().equals(PairName.of(pair).first()),
                event.getMutual(),
                event.getEvent(),
                event.getStatus() == Status.ASSERTED,
                event.getSign(),
                Math.round(asOfDay.sentiment() * MILLION),
                asOfDay.intensity(),
                severeActs.classOf(event),
                breakthroughs.classOf(event),
                asOfDay.families(),
                asOfDay.confidence());
        return change(pair, day, event.getArticleId(), event.getPublishedAt().toEpochMilli(), event.getId(), latest);
    }

    /** Takes an event away. */
    public StoryChange remove(String key) {
        OpenEvent open = events.get(key);
        if (open == null) {
            return StoryChange.NONE;
        }
        events.delete(key);
        AlertEvidence evidence = open.getEvidence();
        return change(
                PairName.ofKey(key),
                open.getDay(),
                evidence.getArticleId(),
                evidence.getPublishedAt().toEpochMilli(),
                evidence.getEventId(),
                null);
    }

    /** Takes a version of an event whose day has closed: it changes only what is shown of it. Null: it is gone. */
    public void refresh(String key, @Nullable Event event) {
        OpenEvent open = events.get(key);
        if (open != null && event != null) {
            events.put(key, new OpenEvent(open.getDay(), Evidence.of(event)));
        }
    }

    /** Forgets a day. */
    public void forget(String pair, int day) {
        List<String> keys = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        String dayKey = dayKey(pair, day);
        stories.scanPrefix(dayKey + '|', (key, story) -> {
            keys.add(key);
            story.getEvents().forEach(event -> gone.add(pair + '|' + event.getEventId()));
        });
        keys.forEach(stories::delete);
        gone.forEach(events::delete);
        days.delete(dayKey);
    }

    private StoryChange change(
            String pair, int day, String articleId, long publishedAt, String eventId, @Nullable StoryEvent latest) {
        String dayKey = dayKey(pair, day);
        String key = dayKey + '|' + articleId;
        Story before = stories.get(key);
        if (before != null && latest != null && before.getEvents().contains(latest)) {
            return StoryChange.NONE;
        }
        List<StoryEvent> list = new ArrayList<>(before == null ? List.of() : before.getEvents());
        list.removeIf(event -> event.getEventId().equals(eventId));
        if (latest != null) {
            list.add(latest);
            list.sort(Comparator.comparing(StoryEvent::getEventId));
        }
        Story after = new Story(articleId, publishedAt, List.copyOf(list));
        if (list.isEmpty()) {
            stories.delete(key);
        } else {
            stories.put(key, after);
        }
        Story blank = new Story(articleId, publishedAt, List.of());
        count(dayKey, before == null ? blank : before, after);
        return StoryChange.of(before == null || before.getEvents().isEmpty(), list.isEmpty());
    }

    private void count(String dayKey, Story before, Story after) {
        PairDay counts = day(dayKey);
        PairDay changed = new PairDay(
                count(counts.getForward(), before, after, true),
                count(counts.getBackward(), before, after, false),
                counts.getContacts() + one(Stories.contact(after)) - one(Stories.contact(before)),
                points(counts.getSevere(), after, this::severeClass),
                points(counts.getBreakthroughs(), after, this::breakthrough),
                counts.getDeeds() + one(Stories.deed(after)) - one(Stories.deed(before)));
        days.put(dayKey, changed);
    }

    /** A day's severe events or breakthroughs with those of a story as it is now. */
    private static List<SeverePoint> points(
            List<SeverePoint> known, Story story, Function<StoryEvent, Optional<String>> classOf) {
        List<SeverePoint> points = new ArrayList<>(known);
        points.removeIf(point -> point.getArticleId().equals(story.getArticleId()));
        for (StoryEvent event : story.getEvents()) {
            classOf.apply(event).ifPresent(name -> points.add(point(story, event, name)));
        }
        points.sort(BY_TIME);
        return List.copyOf(points);
    }

    private Optional<String> severeClass(StoryEvent event) {
        return event.getSevereClass()
                .filter(name ->
                        event.getAsserted() && policy.severe().highest(name).isPresent());
    }

    private Optional<String> breakthrough(StoryEvent event) {
        return event.getBreakthrough()
                .filter(name -> policy.breakthrough().highest(name).isPresent());
    }

    private static DirectionDay count(DirectionDay day, Story before, Story after, boolean forward) {
        return new DirectionDay(
                day.getStories() + one(Stories.counts(after, forward)) - one(Stories.counts(before, forward)),
                day.getConflict() + one(Stories.conflict(after, forward)) - one(Stories.conflict(before, forward)),
                day.getTone() + Stories.tone(after, forward) - Stories.tone(before, forward));
    }

    private static SeverePoint point(Story story, StoryEvent event, String name) {
        return new SeverePoint(
                event.getEventId(),
                story.getArticleId(),
                event.getForward(),
                name,
                story.getPublishedAt(),
                event.getIntensity(),
                event.getFamilies(),
                event.getConfidence());
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }

    private static String dayKey(String pair, int day) {
        return pair + '|' + EpochDays.key(day);
    }
}
