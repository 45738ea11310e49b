package io.entente.collect.web;

import java.time.Instant;

/** The time by which requests are due. */
public interface WebTime {
    /** That of the machine. */
    WebTime SYSTEM = new WebTime() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the caller looks again
        public void await(Object monitor, Instant until, boolean busy) throws InterruptedException {
            long millis = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli() - now().toEpochMilli();
            if (millis > 0) {
                monitor.wait(millis);
            }
        }
    };

    Instant now();

    /**
     * Waits until a time, or until somebody notifies {@code monitor}, which the caller holds.
     *
     * @param until {@link Instant#MAX} for no time
     * @param busy whether requests are under way, which will notify when they end
     */
    void await(Object monitor, Instant until, boolean busy) throws InterruptedException;
}
