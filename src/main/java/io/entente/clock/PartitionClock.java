package io.entente.clock;

import io.entente.avro.state.PartitionWatermark;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one partition of {@code articles}: follows the largest accepted event time and says when a tick is due. A tick
 * is due as soon as the watermark enters another hour, so that what is late does not depend on how fast the articles come; then
 * once in {@link #CHANGED} while records come or anything else changes, and once in {@link #UNCHANGED} otherwise.
 */
public final class PartitionClock {
    private static final TableSpec<PartitionWatermark> TABLE =
            new TableSpec<>("partition-clock", PartitionWatermark.class);

    /** How often it ticks while anything changes (wall clock). */
    public static final Duration CHANGED = Duration.ofSeconds(1);
    /** How often it ticks while nothing does (wall clock). */
    public static final Duration UNCHANGED = Duration.ofSeconds(10);

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final int partition;
    private final int partitions;
    private final ClockSettings settings;
    private final Table<PartitionWatermark> table;
    private Instant lastRecord;
    private @Nullable Tick lastTick;
    private Instant lastTickTime = Instant.MIN;
    private boolean recordsSinceTick;
    private final boolean resumed;

    /** @param now wall-clock time of its start */
    public PartitionClock(int partition, int partitions, ClockSettings settings, Tables tables, Instant now) {
        this.partition = partition;
        this.partitions = partitions;
        this.settings = settings;
        this.table = tables.table(TABLE);
        this.lastRecord = now;
        this.resumed = state() != null;
    }

    /** The largest event time accepted so far; null before the first. */
    public @Nullable Instant watermark() {
        PartitionWatermark state = state();
        return state == null ? null : state.getWatermark().orElse(null);
    }

    /**
     * Accepts a record.
     *
     * @param eventTime its event time, already found possible
     * @param now wall-clock time
     * @return a tick that must follow what the record gave, if one is due at once
     */
    public Optional<Tick> accept(Instant eventTime, Instant now) {
        PartitionWatermark state = state();
        Instant before = state == null ? null : state.getWatermark().orElse(null);
        Instant feedStart = state == null ? null : state.getFeedStart().orElse(null);
        Instant watermark = before == null || eventTime.isAfter(before) ? eventTime : before;
        if (feedStart == null
                || (eventTime.isBefore(feedStart) && !eventTime.isBefore(watermark.minus(settings.grace())))) {
            feedStart = eventTime;
        }
        lastRecord = now;
        recordsSinceTick = true;
        table.put(key(), new PartitionWatermark(partitions, watermark, feedStart, false));
        boolean entersHour = before == null || hour(before) != hour(watermark);
        return entersHour && !holdsBack() ? Optional.of(tick(now)) : Optional.empty();
    }

    /**
     * Looks whether a tick is due.
     *
     * @param now wall-clock time
     */
    public Optional<Tick> poll(Instant now) {
        boolean idle = !now.isBefore(lastRecord.plus(settings.idle()));
        if (state() == null && !idle) {
            return Optional.empty();
        }
        Tick next = next(now, idle);
        Duration pause = next.equals(lastTick) && !recordsSinceTick ? UNCHANGED : CHANGED;
        boolean due = lastTick == null || !now.isBefore(lastTickTime.plus(pause));
        return due ? Optional.of(tick(now)) : Optional.empty();
    }

    /** Whether other partitions, which may go on at the same moment, should be heard first. */
    private boolean holdsBack() {
        return partitions > 1 && (lastTick == null ? resumed : lastTick.idle());
    }

    private Tick tick(Instant now) {
        Tick tick = next(now, !now.isBefore(lastRecord.plus(settings.idle())));
        lastTick = tick;
        recordsSinceTick = false;
        lastTickTime = now;
        return tick;
    }

    private Tick next(Instant now, boolean idle) {
        PartitionWatermark state = state();
        Instant watermark = state == null ? null : state.getWatermark().orElse(null);
        Instant feedStart = state == null ? null : state.getFeedStart().orElse(null);
        if (idle && settings.followWallClock() && watermark != null) {
            Instant wall = now.minus(settings.wallClockLag());
            watermark = wall.isAfter(watermark) ? wall : watermark;
        }
        return new Tick(partition, partitions, watermark, feedStart, idle);
    }

    private @Nullable PartitionWatermark state() {
        return table.get(key());
    }

    private String key() {
        return Integer.toString(partition);
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), HOUR);
    }
}
