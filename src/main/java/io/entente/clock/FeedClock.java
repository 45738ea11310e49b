package io.entente.clock;

import io.entente.avro.state.PartitionTime;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins the ticks of several partitions to one clock, kept in a table: it is silent until each partition has ticked; its watermark is the
 * smallest among the partitions that are not idle, the largest when all are, and never goes back. Idle is what a partition says of itself now:
 * what it said before a clock was started again, or a while ago, does not count, since it may have unread records by then.
 */
public final class FeedClock {
    private static final String JOINED = "joined";
    /** A partition that is idle says so every ten seconds. */
    private static final Duration CURRENT =
            PartitionClock.UNCHANGED.multipliedBy(5).dividedBy(2);

    private final Table<PartitionTime> table;

    /** The clock over the table that {@code spec} describes. */
    public FeedClock(Tables tables, TableSpec<PartitionTime> spec) {
        this.table = tables.table(spec);
    }

    /** The table of a clock named {@code name}. */
    public static TableSpec<PartitionTime> table(String name) {
        return new TableSpec<>(name, PartitionTime.class);
    }

    /** The joined watermark; null before every partition has ticked, or while one that is not idle has none. */
    public @Nullable Instant watermark() {
        return joined().flatMap(PartitionTime::getWatermark).orElse(null);
    }

    /** Event time of the feed's first record; null as long as {@link #watermark()} is. */
    public @Nullable Instant feedStart() {
        return joined().flatMap(PartitionTime::getFeedStart).orElse(null);
    }

    /** The largest event time that every partition which is not idle has come to, supported or not; null as long as {@link #watermark()} is. */
    public @Nullable Instant newest() {
        return joined().flatMap(PartitionTime::getNewest).orElse(null);
    }

    /** Whether every partition is idle. */
    public boolean idle() {
        return joined().map(PartitionTime::getIdle).orElse(false);
    }

    /** Articles dated further ahead than others support, so far. */
    public long outliers() {
        return joined().map(PartitionTime::getOutliers).orElse(0L);
    }

    private Optional<PartitionTime> joined() {
        return Optional.ofNullable(table.get(JOINED));
    }

    /**
     * Takes a tick.
     *
     * @param arrival when it arrived
     * @return whether {@link #watermark()}, {@link #feedStart()} or {@link #idle()} has changed
     */
    public boolean accept(Tick tick, Instant arrival) {
        String key = "p" + tick.partition();
        Instant started = tick.resumed()
                ? arrival
                : Optional.ofNullable(table.get(key))
                        .flatMap(PartitionTime::getStarted)
                        .orElse(null);
        table.put(
                key,
                new PartitionTime(
                        tick.partitions(),
                        tick.watermark(),
                        tick.newest(),
                        tick.feedStart(),
                        tick.idle(),
                        tick.outliers(),
                        arrival,
                        started));
        PartitionTime before = table.get(JOINED);
        PartitionTime after = join(before, arrival);
        if (after == null || after.equals(before)) {
            return false;
        }
        table.put(JOINED, after);
        return before == null
                || !before.getWatermark().equals(after.getWatermark())
                || !before.getFeedStart().equals(after.getFeedStart())
                || before.getIdle() != after.getIdle();
    }

    private @Nullable PartitionTime join(@Nullable PartitionTime before, Instant now) {
        List<PartitionTime> all = new ArrayList<>();
        table.scanPrefix("p", (key, value) -> all.add(value));
        int partitions =
                all.stream().mapToInt(PartitionTime::getPartitions).max().orElse(0);
        if (all.size() < partitions) {
            return null;
        }
        Instant current = lastStart(all)
                .filter(start -> start.isAfter(now.minus(CURRENT)))
                .orElse(now.minus(CURRENT));
        List<PartitionTime> active =
                all.stream().filter(time -> !isIdle(time, current)).toList();
        Instant watermark = active.isEmpty() ? atRest(all) : leastWatermark(active);
        if (watermark == null) {
            return null;
        }
        Instant last = before == null ? null : before.getWatermark().orElse(null);
        return new PartitionTime(
                partitions,
                last != null && last.isAfter(watermark) ? last : watermark,
                newest(active.isEmpty() ? all : active, active.isEmpty()),
                all.stream()
                        .flatMap(time -> time.getFeedStart().stream())
                        .min(Instant::compareTo)
                        .orElse(watermark),
                active.isEmpty(),
                all.stream().mapToLong(PartitionTime::getOutliers).sum(),
                null,
                null);
    }

    private static Optional<Instant> lastStart(List<PartitionTime> all) {
        return all.stream().flatMap(time -> time.getStarted().stream()).max(Instant::compareTo);
    }

    private static boolean isIdle(PartitionTime time, Instant current) {
        return time.getIdle()
                && time.getTicked().map(at -> !at.isBefore(current)).orElse(true);
    }

    private static @Nullable Instant leastWatermark(List<PartitionTime> active) {
        List<Instant> watermarks = active.stream()
                .flatMap(time -> time.getWatermark().stream())
                .sorted()
                .toList();
        return watermarks.size() < active.size() ? null : watermarks.get(0);
    }

    /** The largest watermark; where no partition has one, what the newest articles of all agree on: there is nothing else to go by. */
    private static @Nullable Instant atRest(List<PartitionTime> all) {
        List<Instant> newest =
                all.stream().flatMap(time -> time.getNewest().stream()).toList();
        return all.stream()
                .flatMap(time -> time.getWatermark().stream())
                .max(Instant::compareTo)
                .or(() -> newest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Consensus.of(newest).last()))
                .orElse(null);
    }

    private static @Nullable Instant newest(List<PartitionTime> times, boolean largest) {
        List<Instant> newest = times.stream()
                .map(time -> time.getNewest().orElse(null))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return newest.isEmpty() ? null : newest.get(largest ? newest.size() - 1 : 0);
    }
}
