package io.entente.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watermark that travels in the data, after the records that it covers (as in MillWheel and Flink).
 *
 * @param partition the partition that it speaks for: of {@code articles} on the topic {@code statements}; on {@code events}
 *     the partition in which it stands
 * @param partitions how many such partitions there are
 * @param watermark up to where event time is complete: the largest event time that the articles support; null while that is not known
 * @param newest the largest event time accepted, supported or not; null before the first record
 * @param feedStart event time of the first accepted record; null with the watermark
 * @param idle whether all there is has been read and no record has come for a while
 * @param resumed whether it is the first since its clock was started
 * @param outliers articles dated further ahead than others support, so far
 * @param late records later than the grace allows, so far: articles on {@code statements}, statements on {@code events}
 */
public record Tick(
        int partition,
        int partitions,
        @Nullable Instant watermark,
        @Nullable Instant newest,
        @Nullable Instant feedStart,
        boolean idle,
        boolean resumed,
        long outliers,
        long late) {
    /** Key of tick records: no pair's key begins with a tilde. */
    public static final String KEY = "~tick";

    public Tick {
        if (partition < 0 || partition >= partitions) {
            throw new IllegalArgumentException("partition " + partition + " of " + partitions);
        }
    }

    /** A tick of a partition whose newest article is supported, and that has nothing to count. */
    public Tick(int partition, int partitions, @Nullable Instant watermark, @Nullable Instant feedStart, boolean idle) {
        this(partition, partitions, watermark, watermark, feedStart, idle, false, 0, 0);
    }
}
