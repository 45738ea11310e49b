package io.entente.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watermark that travels in the data, behind the records that it covers (as in MillWheel and Flink).
 *
 * @param partition the partition that it speaks for: of {@code articles} on the topic {@code statements}; on {@code events}
 *     the partition in which it stands
 * @param partitions how many such partitions there are
 * @param watermark the largest event time accepted so far; null before the first record
 * @param feedStart event time of the first accepted record; null before it
 * @param idle whether no record has come for a while
 */
public record Tick(
        int partition, int partitions, @Nullable Instant watermark, @Nullable Instant feedStart, boolean idle) {
    /** Key of tick records: no pair's key begins with a tilde. */
    public static final String KEY = "~tick";

    public Tick {
        if (partition < 0 || partition >= partitions) {
            throw new IllegalArgumentException("partition " + partition + " of " + partitions);
        }
    }
}
