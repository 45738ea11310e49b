package io.entente.clock;

import java.time.Instant;

/** Knows whether a partition has been read to the end of its log: only then can it be idle. */
@FunctionalInterface
public interface LogEnd {
    /** Where all that there is has been read. */
    LogEnd REACHED = (partition, since) -> true;

    /**
     * Whether nothing was left to read when this was looked at, at {@code since} or later. It does not wait: an answer may come with a later call.
     *
     * @param since wall-clock time
     */
    boolean reached(int partition, Instant since);
}
