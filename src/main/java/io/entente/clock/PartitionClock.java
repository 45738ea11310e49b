package io.entente.clock;

import io.entente.avro.state.ClockState;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one partition of {@code articles}: follows the event time that the articles support and says when a tick is due. A tick
 * is due as soon as the watermark enters another hour, so that what is late does not depend on how fast the articles come; then
 * once in {@link #CHANGED} while records come or anything else changes, and once in {@link #UNCHANGED} otherwise.
 */
public final class PartitionClock {
    private static final TableSpec<ClockState> TABLE = new TableSpec<>("article-clock", ClockState.class);

    /** How often it ticks while anything changes (wall clock). */
    public static final Duration CHANGED = Duration.ofSeconds(1);
    /** How often it ticks while nothing does (wall clock). */
    public static final Duration UNCHANGED = Duration.ofSeconds(10);

    private static final ClockState NOTHING = new SupportedWatermark(Duration.ZERO, null).state();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final int partition;
    private final int partitions;
    private final ClockSettings settings;
    private final LogEnd end;
    private final Table<ClockState> table;
    private Instant lastRecord;
    private @Nullable Tick lastTick;
    private Instant lastTickTime = Instant.MIN;
    private boolean recordsSinceTick;
    private final boolean continued;

    /**
     * @param end knows when {@code articles} has been read to its end
     * @param now wall-clock time of its start
     */
    public PartitionClock(
            int partition, int partitions, ClockSettings settings, LogEnd end, Tables tables, Instant now) {
        this.partition = partition;
        this.partitions = partitions;
        this.settings = settings;
        this.end = end;
        this.table = tables.table(TABLE);
        this.lastRecord = now;
        this.continued = hasBegun();
    }

    /** The largest event time that the articles so far support; null before the first three. */
    public @Nullable Instant watermark() {
        return state().getWatermark().orElse(null);
    }

    /** How many articles were set aside so far, or still are: dated further ahead than others support. */
    public long outliers() {
        return state().getOutliers() + (watermark() == null ? 0 : state().getPending());
    }

    /** How many articles were older than the watermark less the grace when they came, so far. */
    public long late() {
        return state().getLate();
    }

    /**
     * Accepts an article.
     *
     * @param article its date already found possible
     * @param now wall-clock time
     * @return a tick that must follow what the article gave, if one is due at once
     */
    public Optional<Tick> accept(ArticleDate article, Instant now) {
        Instant before = watermark();
        SupportedWatermark supported = new SupportedWatermark(settings.grace(), table.get(key()));
        supported.accept(article);
        lastRecord = now;
        recordsSinceTick = true;
        table.put(key(), supported.state());
        Instant after = supported.watermark();
        boolean entersHour = after != null && (before == null || hour(before) != hour(after));
        return entersHour && !holdsBack() ? Optional.of(tick(now, false)) : Optional.empty();
    }

    /**
     * Looks whether a tick is due.
     *
     * @param now wall-clock time
     */
    public Optional<Tick> poll(Instant now) {
        boolean idle = !now.isBefore(lastRecord.plus(settings.idle())) && end.reached(partition, lastRecord);
        if (!hasBegun() && !idle) {
            return Optional.empty();
        }
        Tick next = next(now, idle, false);
        Duration pause = next.equals(lastTick) && !recordsSinceTick ? UNCHANGED : CHANGED;
        boolean due = lastTick == null || !now.isBefore(lastTickTime.plus(pause));
        return due ? Optional.of(tick(now, idle)) : Optional.empty();
    }

    /** Whether other partitions, which may go on at the same moment, should be heard first. */
    private boolean holdsBack() {
        return partitions > 1 && (lastTick == null ? continued : lastTick.idle());
    }

    private Tick tick(Instant now, boolean idle) {
        Tick tick = next(now, idle, lastTick == null);
        lastTick = next(now, idle, false);
        recordsSinceTick = false;
        lastTickTime = now;
        return tick;
    }

    private Tick next(Instant now, boolean idle, boolean resumed) {
        ClockState state = state();
        Instant newest = state.getNewest().orElse(null);
        Instant watermark = state.getWatermark().orElse(null);
        if (idle && settings.followWallClock() && newest != null) {
            Instant wall = now.minus(settings.wallClockLag());
            watermark = watermark == null || wall.isAfter(watermark) ? wall : watermark;
        }
        return new Tick(
                partition,
                partitions,
                watermark,
                newest,
                state.getFeedStart().orElse(null),
                idle,
                resumed,
                state.getOutliers(),
                state.getLate());
    }

    private boolean hasBegun() {
        return table.get(key()) != null;
    }

    private ClockState state() {
        ClockState state = table.get(key());
        return state == null ? NOTHING : state;
    }

    private String key() {
        return Integer.toString(partition);
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), HOUR);
    }
}
