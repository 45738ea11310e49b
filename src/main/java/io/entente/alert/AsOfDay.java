package io.entente.alert;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An event as it stood at the end of its own day: later reports join it in an order that depends on their arrival, and must not change an
 * alert. Only independent reports count: copies never do.
 */
final class AsOfDay {
    private final Event event;
    private final List<EventReport> reports;

    AsOfDay(Event event) {
        this.event = event;
        Instant end = Days.end(Days.of(event.getPublishedAt()));
        this.reports = event.getMembers().stream()
                .filter(report -> report.getPublishedAt().isBefore(end))
                .toList();
    }

    /** Outlet families that reported it independently, sorted. */
    List<String> families() {
        if (reports.isEmpty()) {
            return event.getFamilies();
        }
        return independent()
                .flatMap(report -> report.getFamily().or(report::getOutlet).stream())
                .distinct()
                .sorted()
                .toList();
    }

    double sentiment() {
        return mean(EventReport::getSentiment, event.getSentiment());
    }

    double intensity() {
        return mean(EventReport::getIntensity, event.getIntensity());
    }

    private double mean(Function<EventReport, java.util.Optional<Double>> value, double otherwise) {
        double[] values = independent()
                .map(report -> value.apply(report).orElse(null))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        OptionalDouble mean = java.util.Arrays.stream(values).average();
        return mean.orElse(otherwise);
    }

    private Stream<EventReport> independent() {
        return reports.stream().filter(report -> !report.getCopy());
    }
}
