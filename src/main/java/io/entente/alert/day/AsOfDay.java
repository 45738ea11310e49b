package io.entente.alert.day;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An event as it stood at the end of its own day: later reports join it in an order that depends on their arrival, and must not change an
 * alert. Only independent reports count: copies never do.
 */
final class AsOfDay {
    private final Event event;
    private final List<EventReport> independent = new ArrayList<>(1);
    private final boolean listed;

    AsOfDay(Event event) {
        this.event = event;
        Instant end = EpochDays.end(EpochDays.of(event.getPublishedAt()));
        boolean any = false;
        for (EventReport report : event.getMembers()) {
            if (report.getPublishedAt().isBefore(end)) {
                any = true;
                if (!report.getCopy()) {
                    independent.add(report);
                }
            }
        }
        this.listed = any;
    }

    /** Outlet families that reported it independently, sorted. */
    List<String> families() {
        if (!listed) {
            return event.getFamilies();
        }
        if (independent.size() == 1) {
            return family(independent.get(0)).map(List::of).orElse(List.of());
        }
        TreeSet<String> families = new TreeSet<>();
        independent.forEach(report -> family(report).ifPresent(families::add));
        return List.copyOf(families);
    }

    private static Optional<String> family(EventReport report) {
        return report.getFamily().or(report::getOutlet);
    }

    double sentiment() {
        return mean(EventReport::getSentiment, event.getSentiment());
    }

    double intensity() {
        return mean(EventReport::getIntensity, event.getIntensity());
    }

    /** That of the surest report. */
    double confidence() {
        return independent.stream()
                .flatMap(report -> report.getConfidence().stream())
                .max(Comparator.naturalOrder())
                .orElse(event.getConfidence());
    }

    /** Summed in order of size, so that the order of the reports does not matter. */
    private double mean(Function<EventReport, Optional<Double>> value, double otherwise) {
        double[] values = new double[independent.size()];
        int known = 0;
        for (EventReport report : independent) {
            Double each = value.apply(report).orElse(null);
            if (each != null) {
                values[known++] = each;
            }
        }
        if (known <= 1) {
            return known == 0 ? otherwise : values[0];
        }
        Arrays.sort(values, 0, known);
        return Arrays.stream(values, 0, known).average().orElseThrow();
    }
}
