package io.entente.relation;

import io.entente.avro.state.Due;
import io.entente.relation.row.Padded;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Remembers, by the day, what may be forgotten once the watermark has passed far enough. */
final class Forgetting {
    static final TableSpec<Due> TABLE = new TableSpec<>("relate-due", Due.class);

    private static final long HOUR = 3_600_000;
    private static final int DAY_HOURS = 24;
    private static final int HOUR_DIGITS = 8;

    private final Table<Due> table;
    private final String kind;

    /** @param kind sets apart what is forgotten in different ways */
    Forgetting(Tables tables, String kind) {
        this.table = tables.table(TABLE);
        this.kind = kind;
    }

    /** The hour of a time in epoch milliseconds, counted from the epoch. */
    static long hour(long time) {
        return Math.floorDiv(time, HOUR);
    }

    /** The day (UTC) of a time in epoch milliseconds, counted from the epoch. */
    static long day(long time) {
        return Math.floorDiv(time, DAY_HOURS * HOUR);
    }

    /** Notes that {@code what} has something of that day. */
    void note(String what, long day) {
        table.put(key((day + 1) * DAY_HOURS - 1) + what, new Due(what));
    }

    /**
     * Hands over all that is due for the days that end at {@code horizon} or before, with the end of the day, and strikes it off. What 0.1.0 noted
     * for an hour waits for the end of its day.
     */
    void due(long horizon, ObjLongConsumer<String> forget) {
        List<String> keys = new ArrayList<>();
        List<String> whats = new ArrayList<>();
        table.scan(kind + "|", key(hour(horizon)), (key, due) -> {
            keys.add(key);
            whats.add(due.getWhat());
        });
        for (int i = 0; i < keys.size(); i++) {
            long end = hourIn(keys.get(i)) + 1;
            if (end % DAY_HOURS == 0) {
                forget.accept(whats.get(i), HOUR * end);
            } else {
                note(whats.get(i), end / DAY_HOURS);
            }
            table.delete(keys.get(i));
        }
    }

    private String key(long hour) {
        return kind + '|' + Padded.of(hour, HOUR_DIGITS) + '|';
    }

    private long hourIn(String key) {
        int from = kind.length() + 1;
        return Long.parseLong(key.substring(from, key.indexOf('|', from)));
    }
}
