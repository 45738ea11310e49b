package io.entente.cli.output;

import io.entente.avro.RelationWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest day of a set of windows, as far as events support it. One article dated years ahead makes a window of its own there; a period that ends
 * with it would show nothing else.
 */
public final class LatestDay {
    private static final Duration GAP = Duration.ofDays(7);
    private static final int SUPPORT = 5;

    private LatestDay() {}

    /**
     * The start of the last window in the newest run of windows, each at most a week after the one before, that has five events or more.
     * Without such a run it is the newest window of all; without windows it is empty.
     */
    public static Optional<Instant> of(Collection<RelationWindow> windows) {
        TreeMap<Instant, Integer> events = new TreeMap<>();
        windows.forEach(window -> events.merge(
                window.getStart(),
                window.getForward().getEvents() + window.getBackward().getEvents(),
                Integer::sum));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = events.lastKey();
        int support = 0;
        Instant later = latest;
        for (Map.Entry<Instant, Integer> day : events.descendingMap().entrySet()) {
            if (day.getKey().isBefore(later.minus(GAP))) {
                if (support >= SUPPORT) {
                    return Optional.of(latest);
                }
                latest = day.getKey();
                support = 0;
            }
            support += day.getValue();
            later = day.getKey();
        }
        return Optional.of(support >= SUPPORT ? latest : events.lastKey());
    }
}
