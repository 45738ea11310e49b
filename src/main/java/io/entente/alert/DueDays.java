package io.entente.alert;

import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Index of the pairs by the day whose closing they wait for: a moving watermark looks at no other pair. */
final class DueDays {
    static final TableSpec<Marker> TABLE = new TableSpec<>("alert-due", Marker.class);
    private static final Marker PRESENT = new Marker(1);

    private final Table<Marker> table;

    DueDays(Tables tables) {
        this.table = tables.table(TABLE);
    }

    /** Moves a pair from one day to another; null is none. */
    void move(String pair, @Nullable Integer from, @Nullable Integer to) {
        if (from != null && !from.equals(to)) {
            table.delete(Days.key(from) + '|' + pair);
        }
        if (to != null && !to.equals(from)) {
            table.put(Days.key(to) + '|' + pair, PRESENT);
        }
    }

    /** The pairs that wait for {@code closed} or a day before it. */
    List<String> upTo(int closed) {
        List<String> pairs = new ArrayList<>();
        table.scan("", Days.key(closed + 1), (key, marker) -> pairs.add(key.substring(key.indexOf('|') + 1)));
        return pairs;
    }
}
