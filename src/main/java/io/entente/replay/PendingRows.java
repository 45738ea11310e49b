package io.entente.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rows that may still change, in order of time and key, until they are handed on for good. */
final class PendingRows<V> {
    private final Map<String, Row<V>> rows = new HashMap<>();
    private final TreeSet<Row<V>> inOrder =
            new TreeSet<>(Comparator.comparingLong((Row<V> row) -> row.time).thenComparing(row -> row.key));

    private static final class Row<V> {
        private final String key;
        private final long time;
        private V value;

        private Row(String key, long time, V value) {
            this.key = key;
            this.time = time;
            this.value = value;
        }
    }

    /** Puts a row in place of the one with the same key. */
    void put(String key, long time, V value) {
        Row<V> known = rows.get(key);
        if (known != null && known.time == time) {
            known.value = value;
            return;
        }
        remove(key);
        Row<V> row = new Row<>(key, time, value);
        rows.put(key, row);
        inOrder.add(row);
    }

    void remove(String key) {
        Row<V> known = rows.remove(key);
        if (known != null) {
            inOrder.remove(known);
        }
    }

    /** Hands on the rows whose time is before {@code time}, and forgets them. */
    void release(long time, Consumer<V> sink) {
        while (!inOrder.isEmpty() && inOrder.first().time < time) {
            Row<V> first = inOrder.first();
            inOrder.remove(first);
            rows.remove(first.key);
            sink.accept(first.value);
        }
    }
}
