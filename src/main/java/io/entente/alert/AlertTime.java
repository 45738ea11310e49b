package io.entente.alert;

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
    private final boolean rebuilding;

    private AlertTime(AlertPolicy policy, Table<AlertClock> table, boolean rebuilding) {
        this.policy = policy;
        this.table = table;
        this.rebuilding = rebuilding;
    }

    static AlertTime over(AlertPolicy policy, Tables tables, String name) {
        return new AlertTime(policy, tables.table(table(name)), false);
    }

    static TableSpec<AlertClock> table(String name) {
        return new TableSpec<>(name, AlertClock.class);
    }

    /** The same clock with days closing as during a rebuild, or not. */
    AlertTime rebuilding(boolean on) {
        return new AlertTime(policy, table, on);
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

    /** First day of the feed; {@code otherwise} while it is unknown. */
    int feedStart(int otherwise) {
        return row().getFeedStart().orElse(otherwise);
    }

    /**
     * Moves to a watermark; never back.
     *
     * @return whether a day has closed
     */
    boolean advance(@Nullable Instant watermark, @Nullable Instant feedStart) {
        AlertClock row = row();
        Integer closed = watermark == null ? null : closedBy(watermark, lag());
        Integer before = row.getClosed().orElse(null);
        boolean further = closed != null && (before == null || closed > before);
        Integer start = feedStart == null ? null : Days.of(feedStart);
        Integer startBefore = row.getFeedStart().orElse(null);
        boolean earlier = start != null && (startBefore == null || start < startBefore);
        if (further || earlier) {
            put(further ? closed : before, earlier ? start : startBefore, row.getLate(), row.getWithdrawn());
        }
        return further;
    }

    /** Whether the day of an event at {@code eventTime} had closed when the watermark was {@code watermark}. */
    boolean lateAt(Instant eventTime, @Nullable Instant watermark) {
        return watermark != null
                && Days.of(eventTime)
                        <= closedBy(watermark, Duration.ofHours(policy.closing().graceHours()));
    }

    long late() {
        return row().getLate();
    }

    long withdrawn() {
        return row().getWithdrawn();
    }

    void countLate() {
        AlertClock row = row();
        put(row.getClosed().orElse(null), row.getFeedStart().orElse(null), row.getLate() + 1, row.getWithdrawn());
    }

    void countWithdrawn(int alerts) {
        if (alerts > 0) {
            AlertClock row = row();
            put(
                    row.getClosed().orElse(null),
                    row.getFeedStart().orElse(null),
                    row.getLate(),
                    row.getWithdrawn() + alerts);
        }
    }

    /** Takes an event for the feed's first where nobody says when it began. */
    void begin(int day) {
        AlertClock row = row();
        if (row.getFeedStart().isEmpty()) {
            put(row.getClosed().orElse(null), day, row.getLate(), row.getWithdrawn());
        }
    }

    private Duration lag() {
        AlertPolicy.Closing closing = policy.closing();
        return Duration.ofHours(rebuilding ? closing.rebuildHours() : closing.graceHours());
    }

    private static int closedBy(Instant watermark, Duration lag) {
        return Days.of(watermark.minus(lag)) - 1;
    }

    private AlertClock row() {
        AlertClock row = table.get(ROW);
        return row == null ? new AlertClock(null, null, 0L, 0L) : row;
    }

    private void put(@Nullable Integer closed, @Nullable Integer feedStart, long late, long withdrawn) {
        table.put(ROW, new AlertClock(closed, feedStart, late, withdrawn));
    }
}
