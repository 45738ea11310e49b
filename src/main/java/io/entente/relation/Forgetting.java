package io.entente.relation;

import io.entente.avro.state.Due;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Remembers, by the hour, what may be forgotten once the watermark has passed far enough. */
final class Forgetting {
    static final TableSpec<Due> TABLE = new TableSpec<>("relate-due", Due.class);

    private static final long HOUR = 3_600_000;
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

    /** Notes that {@code what} has something of that hour. */
    void note(String what, long hour) {
        table.put(key(hour) + what, new Due(what));
    }

    /** Hands over all that is due for the hours that end at {@code horizon} or before, with the end of the hour, and strikes it off. */
    void due(long horizon, ObjLongConsumer<String> forget) {
        List<String> keys = new ArrayList<>();
        List<String> whats = new ArrayList<>();
        table.scan(kind + "|", key(hour(horizon)), (key, due) -> {
            keys.add(key);
            whats.add(due.getWhat());
        });
        for (int i = 0; i < keys.size(); i++) {
            forget.accept(whats.get(i), HOUR * (1 + hourIn(keys.get(i))));
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
