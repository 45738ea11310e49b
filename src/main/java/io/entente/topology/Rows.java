package io.entente.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that were asked for last, as objects: a row is read from its bytes once, not each time. That there is no row
 * under a key is kept, too.
 */
final class Rows<V> {
    /** What a row costs beside its bytes. */
    private static final int OVERHEAD = 100;

    private final LinkedHashMap<String, Row<V>> rows = new LinkedHashMap<>(16, 0.75f, true);
    private final int limit;
    private int held;

    /**
     * A row, or that there is none.
     *
     * @param size of its bytes
     */
    record Row<V>(@Nullable V value, int size) {}

    /** @param limit bytes of the rows that are kept, as they are stored; as objects they take several times as much */
    Rows(int limit) {
        this.limit = limit;
    }

    /** The row under a key as far as it is known; null if it must be read. */
    @Nullable
    Row<V> find(String key) {
        return rows.get(key);
    }

    /** Keeps a row, and drops what was asked for longest ago where too much is kept. */
    void keep(String key, Row<V> row) {
        Row<V> before = rows.put(key, row);
        held += row.size() - (before == null ? -OVERHEAD : before.size());
        Iterator<Row<V>> eldest = rows.values().iterator();
        while (held > limit && rows.size() > 1) {
            held -= eldest.next().size() + OVERHEAD;
            eldest.remove();
        }
    }

    /** Takes what is now under a key, if the row is kept: what is only written need not be. */
    void replace(String key, Row<V> row) {
        if (rows.containsKey(key)) {
            keep(key, row);
        }
    }
}
