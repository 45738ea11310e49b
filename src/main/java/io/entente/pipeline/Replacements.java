package io.entente.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How often a stage may replace a thread that died: so many times within a period, since what helps against a hiccup only hides a fault. */
final class Replacements {
    private final int limit;
    private final long period;
    private final LongSupplier nanos;
    private final Deque<Long> spent = new ArrayDeque<>();

    /** @param nanos a clock such as {@link System#nanoTime} */
    Replacements(int limit, Duration period, LongSupplier nanos) {
        this.limit = limit;
        this.period = period.toNanos();
        this.nanos = nanos;
    }

    /** Takes one; false if there is none left. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        while (!spent.isEmpty() && now - spent.getFirst() >= period) {
            spent.removeFirst();
        }
        if (spent.size() >= limit) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
