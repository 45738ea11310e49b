package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.AlertClock;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a core stands in event time: which days have closed, when the feed began; and what it has counted. */
final class AlertTime {
    private static final String ROW = "clock";

    private final AlertPolicy policy;
    private final Table<AlertClock> table;
    private @Nullable AlertClock row;
    private @Nullable Integer assumedStart;
    private boolean rebuilding;

    private AlertTime(AlertPolicy policy, Table<AlertClock> table) {
        this.policy = policy;
        this.table = table;
    }

    static AlertTime over(AlertPolicy policy, Tables tables, String name) {
        return new AlertTime(policy, tables.table(table(name)));
    }

    static TableSpec<AlertClock> table(String name) {
        return new TableSpec<>(name, AlertClock.class);
    }

    /** Says whether days close as during a rebuild. */
    void rebuilding(boolean on) {
        rebuilding = on;
    }

    boolean isRebuilding() {
        return rebuilding;
    }

    /** The last closed day; null before one has closed. */
    @Nullable
    Integer closed() {
        return row().getClosed().orElse(null);
    }

    boolean isClosed(int day) {
        Integer closed = closed();
        return closed != null && day <= closed;
    }

    /** Whether a day is further ahead than the feed has come: what is dated so may be wrong, and waits. */
    boolean isAhead(int day) {
        Integer closed = closed();
        return closed != null && day > closed + 1 + lag().plusHours(23).toDays() + 1;
    }

    /** Whether a day lies before the feed's first: what came of it before that was known has a wrong date. */
    boolean isBeforeFeed(int day) {
        return day < row().getFeedStart().orElse(Integer.MIN_VALUE);
    }

    /** First day of the feed; {@code otherwise} while it is unknown. */
    int feedStart(int otherwise) {
        int assumed = assumedStart == null ? otherwise : assumedStart;
        return row().getFeedStart().orElse(assumed);
    }

    /**
     * Moves to a watermark; never back.
     *
     * @return whether a day has closed
     */
    boolean advance(@Nullable Instant watermark, @Nullable Instant feedStart) {
        AlertClock now = row();
        Integer closed = watermark == null ? null : closedBy(watermark, lag());
        Integer before = now.getClosed().orElse(null);
        boolean further = closed != null && (before == null || closed > before);
        Integer start = feedStart == null ? null : EpochDays.of(feedStart);
        Integer startBefore = now.getFeedStart().orElse(null);
        boolean earlier = start != null && (startBefore == null || start < startBefore);
        if (further || earlier) {
            put(further ? closed : before, earlier ? start : startBefore, now.getLate(), now.getWithdrawn());
        }
        return further;
    }

    /** Whether the day of an event at {@code eventTime} had closed when the watermark was {@code watermark}. */
    boolean lateAt(Instant eventTime, @Nullable Instant watermark) {
        return watermark != null && policy.closing().hasClosed(eventTime, watermark);
    }

    long late() {
        return row().getLate();
    }

    long withdrawn() {
        return row().getWithdrawn();
    }

    void countLate() {
        AlertClock now = row();
        put(now.getClosed().orElse(null), now.getFeedStart().orElse(null), now.getLate() + 1, now.getWithdrawn());
    }

    void countWithdrawn(int alerts) {
        if (alerts > 0) {
            AlertClock now = row();
            put(
                    now.getClosed().orElse(null),
                    now.getFeedStart().orElse(null),
                    now.getLate(),
                    now.getWithdrawn() + alerts);
        }
    }

    /** Takes an event for the feed's first until a tick says when that began. */
    void begin(int day) {
        if (assumedStart == null) {
            assumedStart = day;
        }
    }

    private Duration lag() {
        AlertPolicy.Closing closing = policy.closing();
        return Duration.ofHours(rebuilding ? closing.rebuildHours() : closing.graceHours());
    }

    private static int closedBy(Instant watermark, Duration lag) {
        return EpochDays.of(watermark.minus(lag)) - 1;
    }

    private AlertClock row() {
        AlertClock known = row == null ? table.get(ROW) : row;
        row = known == null ? new AlertClock(null, null, 0L, 0L) : known;
        return row;
    }

    private void put(@Nullable Integer closed, @Nullable Integer feedStart, long late, long withdrawn) {
        row = new AlertClock(closed, feedStart, late, withdrawn);
        table.put(ROW, row);
    }
}
