package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.clock.Tick;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where event time stands, and what it left aside, as the latest ticks of {@code events} and {@code statements} say. */
final class EventTime {
    private final Map<Integer, Tick> latest = new ConcurrentHashMap<>();
    /** By partition of {@code articles}. */
    private final Map<Integer, Tick> articles = new ConcurrentHashMap<>();

    void take(int partition, Tick tick) {
        latest.put(partition, tick);
    }

    /** Takes a tick of {@code statements}, which speaks for a partition of {@code articles}. */
    void takeOfArticles(Tick tick) {
        articles.merge(tick.partition(), tick, (before, after) -> after.late() < before.late() ? before : after);
    }

    /** Up to where event time is complete in every partition; empty while that is not known. */
    Optional<Instant> watermark() {
        return latest.values().stream()
                .map(Tick::watermark)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** Articles dated further ahead than others support. Each partition hears of all of them. */
    long outliers() {
        return latest.values().stream().mapToLong(Tick::outliers).max().orElse(0);
    }

    /** Statements that came too late to change an event. */
    long late() {
        return latest.values().stream().mapToLong(Tick::late).sum();
    }

    /** Articles that came later than the grace allows, with statements or without. */
    long lateArticles() {
        return articles.values().stream().mapToLong(Tick::late).sum();
    }

    void describe(ObjectNode status) {
        ObjectNode time = status.putObject("eventTime");
        watermark().ifPresent(watermark -> time.put("watermark", watermark.toString()));
        time.put("outliers", outliers()).put("late", late()).put("lateArticles", lateArticles());
    }
}
