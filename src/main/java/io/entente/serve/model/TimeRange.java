package io.entente.serve.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of event time.
 *
 * @param from first millisecond since 1970
 * @param to exclusive end, in milliseconds
 */
public record TimeRange(long from, long to) {
    /** The whole of time. */
    public static final TimeRange ALL = new TimeRange(0, Long.MAX_VALUE);

    /** From the one to before the other; null leaves that side open. */
    public static TimeRange of(@Nullable Instant from, @Nullable Instant to) {
        return new TimeRange(
                from == null ? 0 : Math.max(0, from.toEpochMilli()), to == null ? Long.MAX_VALUE : to.toEpochMilli());
    }

    /** Whether {@code time} (epoch milliseconds) is within. */
    public boolean contains(long time) {
        return time >= from && time < to;
    }
}
