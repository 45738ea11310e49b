package io.entente.alert.day;

import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Index of the pairs that must be looked at: by the day whose closing they wait for, and those of which something has come since the last tick.
 * A moving watermark looks at no other pair.
 */
public final class DueDays {
    public static final TableSpec<Marker> TABLE = new TableSpec<>("alert-due", Marker.class);
    /** Sorts before the days. */
    private static final String CHANGED = "!|";
    /** Sorts after the days. */
    private static final String AHEAD = "~|";

    private static final Marker PRESENT = new Marker(1);

    private final Table<Marker> table;

    public DueDays(Tables tables) {
        this.table = tables.table(TABLE);
    }

    /** Moves a pair from one day to another; null is none. */
    public void move(String pair, @Nullable Integer from, @Nullable Integer to) {
        if (from != null && !from.equals(to)) {
            table.delete(EpochDays.key(from) + '|' + pair);
        }
        if (to != null && !to.equals(from)) {
            table.put(EpochDays.key(to) + '|' + pair, PRESENT);
        }
    }

    /** Notes that something has come of a pair. */
    public void change(String pair) {
        String row = CHANGED + pair;
        if (table.get(row) == null) {
            table.put(row, PRESENT);
        }
    }

    /** The pairs of which something has come. */
    public List<String> changed() {
        List<String> pairs = new ArrayList<>();
        table.scanPrefix(CHANGED, (key, marker) -> pairs.add(key.substring(CHANGED.length())));
        return pairs;
    }

    /** Forgets that something has come of a pair. */
    public void looked(String pair) {
        table.delete(CHANGED + pair);
    }

    /** Notes that something has come of a pair on a day that the feed has not reached yet. */
    public void ahead(int day, String pair) {
        table.put(AHEAD + EpochDays.key(day) + '|' + pair, PRESENT);
    }

    /** What was noted of days that have been reached by now has come now. */
    public void reached(IntPredicate isReached) {
        List<String> keys = new ArrayList<>();
        table.scanPrefix(AHEAD, (key, marker) -> keys.add(key));
        for (String key : keys) {
            int separator = key.indexOf('|', AHEAD.length());
            if (isReached.test(EpochDays.ofKey(key.substring(AHEAD.length(), separator)))) {
                table.delete(key);
                change(key.substring(separator + 1));
            }
        }
    }

    /** The pairs that wait for {@code closed} or a day before it. */
    public List<String> upTo(int closed) {
        List<String> pairs = new ArrayList<>();
        table.scan("0", EpochDays.key(closed + 1), (key, marker) -> pairs.add(key.substring(key.indexOf('|') + 1)));
        return pairs;
    }
}
