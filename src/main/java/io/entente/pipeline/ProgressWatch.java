package io.entente.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Distinguishes a stage that hangs from one that has nothing to do. A thread of Kafka Streams polls some ten times a second, even when there is nothing to read; one that
 * waits in a call polls no more and processes nothing. A single free moment proves nothing: a thread whose calls time out has one between them.
 */
final class ProgressWatch {
    private static final int FREE_POLLS = 3;

    /** Totals of a thread since its start. */
    record Totals(double processed, double polls) {}

    private record State(Totals totals, boolean free, long progressAt) {}

    private final LongSupplier nanos;
    private Map<String, State> threads = Map.of();

    /** @param nanos a clock such as {@link System#nanoTime} */
    ProgressWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes a look at the threads, which comes at least half a second after the last one.
     *
     * @return for how long the one that has hung longest has made no progress
     */
    Duration look(Map<String, Totals> seen) {
        long now = nanos.getAsLong();
        Map<String, State> next = new HashMap<>();
        long longest = 0;
        for (Map.Entry<String, Totals> entry : seen.entrySet()) {
            Totals totals = entry.getValue();
            State before = threads.get(entry.getKey());
            State state = before == null ? new State(totals, false, now) : after(before, totals, now);
            next.put(entry.getKey(), state);
            longest = Math.max(longest, now - state.progressAt());
        }
        threads = next;
        return Duration.ofNanos(longest);
    }

    private static State after(State before, Totals totals, long now) {
        boolean free = totals.polls() - before.totals().polls() >= FREE_POLLS;
        boolean progress = totals.processed() > before.totals().processed() || (free && before.free());
        return new State(totals, free, progress ? now : before.progressAt());
    }

    /** Forgets what it saw, as when the threads have no work of their own for a while. */
    void forget() {
        threads = Map.of();
    }
}
