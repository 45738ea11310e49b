package io.entente.clock;

import io.entente.avro.state.PartitionWatermark;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the ticks of several partitions to one clock, kept in a table: it is silent until each partition has ticked; its watermark is the
 * smallest among the partitions that are not idle, the largest when all are, and never goes back.
 */
public final class FeedClock {
    private static final String JOINED = "joined";

    private final Table<PartitionWatermark> table;

    /** The clock over the table that {@code spec} describes. */
    public FeedClock(Tables tables, TableSpec<PartitionWatermark> spec) {
        this.table = tables.table(spec);
    }

    /** The table of a clock named {@code name}. */
    public static TableSpec<PartitionWatermark> table(String name) {
        return new TableSpec<>(name, PartitionWatermark.class);
    }

    /** The joined watermark; null before every partition has ticked, or as long as none has had a record. */
    public @Nullable Instant watermark() {
        PartitionWatermark joined = table.get(JOINED);
        return joined == null ? null : joined.getWatermark().orElse(null);
    }

    /** Event time of the feed's first record; null as long as {@link #watermark()} is. */
    public @Nullable Instant feedStart() {
        PartitionWatermark joined = table.get(JOINED);
        return joined == null ? null : joined.getFeedStart().orElse(null);
    }

    /**
     * Takes a tick.
     *
     * @return whether {@link #watermark()} or {@link #feedStart()} has changed
     */
    public boolean accept(Tick tick) {
        table.put(
                partitionKey(tick.partition()),
                new PartitionWatermark(tick.partitions(), tick.watermark(), tick.feedStart(), tick.idle()));
        PartitionWatermark before = table.get(JOINED);
        PartitionWatermark after = join(before);
        if (after == null || after.equals(before)) {
            return false;
        }
        table.put(JOINED, after);
        return true;
    }

    private @Nullable PartitionWatermark join(@Nullable PartitionWatermark before) {
        List<PartitionWatermark> all = new java.util.ArrayList<>();
        table.scanPrefix("p", (key, value) -> all.add(value));
        int partitions =
                all.stream().mapToInt(PartitionWatermark::getPartitions).max().orElse(0);
        if (all.size() < partitions) {
            return null;
        }
        Instant feedStart = all.stream()
                .flatMap(p -> p.getFeedStart().stream())
                .min(Instant::compareTo)
                .orElse(null);
        Instant watermark = all.stream()
                .filter(p -> !p.getIdle())
                .flatMap(p -> p.getWatermark().stream())
                .min(Instant::compareTo)
                .or(() -> all.stream().flatMap(p -> p.getWatermark().stream()).max(Instant::compareTo))
                .orElse(null);
        if (watermark == null) {
            return null;
        }
        Instant last = before == null ? null : before.getWatermark().orElse(null);
        return new PartitionWatermark(
                partitions, last != null && last.isAfter(watermark) ? last : watermark, feedStart, false);
    }

    private static String partitionKey(int partition) {
        return "p" + partition;
    }
}
