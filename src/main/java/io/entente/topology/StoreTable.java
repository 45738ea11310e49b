package io.entente.topology;

import io.entente.store.Table;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a store whose keys begin with the table's name. Beside the store it holds what has changed and is not written yet; and, of what
 * is read often, the last {@link Rows}, and the keys of a table with few. It lives as long as its task: whatever takes the store back or
 * moves it elsewhere makes the processor start again.
 */
final class StoreTable<V extends SpecificRecord> implements Table<V> {
    private static final int ROW_BYTES = 512 << 10;
    /** Of a table with more rows than these the keys are not held. */
    private static final int FEW = 10_000;
    /** So many changes are held at most. */
    private static final int MOST_CHANGES = 10_000;

    private final KeyValueStore<String, byte[]> store;
    private final String prefix;
    private final StateSerde<V> serde;
    private final Rows<V> rows = new Rows<>(ROW_BYTES);
    private final TreeMap<String, Change<V>> changes = new TreeMap<>();
    /**
     * All keys, from the first scan on. Iterators of the store pass over every row that was deleted since the last compaction, and most scans are
     * for what is at the front of a queue.
     */
    private @Nullable TreeSet<String> keys;

    private boolean large;

    /**
     * A row that is not written yet.
     *
     * @param value null where it has been removed
     * @param added whether the store has no row under its key
     */
    private record Change<V>(@Nullable V value, boolean added) {}

    StoreTable(KeyValueStore<String, byte[]> store, String name, StateSerde<V> serde) {
        this.store = store;
        this.prefix = name + StoreTables.SEPARATOR;
        this.serde = serde;
    }

    @Override
    public @Nullable V get(String key) {
        Change<V> change = changes.get(key);
        return change == null ? stored(key).value() : change.value();
    }

    private Rows.Row<V> stored(String key) {
        Rows.Row<V> row = rows.find(key);
        if (row == null) {
            row = read(key);
            rows.keep(key, row);
        }
        return row;
    }

    private Rows.Row<V> read(String key) {
        byte[] bytes = keys != null && !keys.contains(key) ? null : store.get(prefix + key);
        return bytes == null ? new Rows.Row<>(null, 0) : new Rows.Row<>(serde.read(bytes), bytes.length);
    }

    @Override
    public void put(String key, V value) {
        changes.put(key, new Change<>(value, isNew(key)));
        if (keys != null && keys.add(key)) {
            hold(keys);
        }
        if (changes.size() >= MOST_CHANGES) {
            write();
        }
    }

    @Override
    public void delete(String key) {
        if (isNew(key)) {
            changes.remove(key);
        } else {
            changes.put(key, new Change<>(null, false));
        }
        if (keys != null) {
            keys.remove(key);
        }
    }

    /** Whether the store is known to have no row under a key. */
    private boolean isNew(String key) {
        Change<V> change = changes.get(key);
        if (change != null) {
            return change.added();
        }
        Rows.Row<V> row = rows.find(key);
        return row != null ? row.value() == null : keys != null && !keys.contains(key);
    }

    /** Writes what has changed to the store. */
    void write() {
        changes.forEach((key, change) -> {
            V value = change.value();
            byte[] bytes = value == null ? null : serde.write(value);
            store.put(prefix + key, bytes);
            rows.replace(key, new Rows.Row<>(value, bytes == null ? 0 : bytes.length));
        });
        changes.clear();
    }

    @Override
    public void scan(String from, String to, BiConsumer<String, V> visitor) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        NavigableSet<String> few = keys();
        if (few == null) {
            range(from, to).forEach(visitor);
            return;
        }
        for (String key : few.subSet(from, to)) {
            V value = get(key);
            if (value != null) {
                visitor.accept(key, value);
            }
        }
    }

    /** The rows of a table with many: what the store has, and what has changed since. */
    private Map<String, V> range(String from, String to) {
        TreeMap<String, V> found = new TreeMap<>();
        String end = prefix + to; // Kafka's ranges include their end
        try (KeyValueIterator<String, byte[]> range = store.range(prefix + from, end)) {
            while (range.hasNext()) {
                KeyValue<String, byte[]> row = range.next();
                if (!row.key.equals(end)) {
                    found.put(row.key.substring(prefix.length()), serde.read(row.value));
                }
            }
        }
        changes.subMap(from, to).forEach((key, change) -> {
            V value = change.value();
            if (value == null) {
                found.remove(key);
            } else {
                found.put(key, value);
            }
        });
        return found;
    }

    /** All keys; null if they are too many. */
    private @Nullable NavigableSet<String> keys() {
        if (keys == null && !large) {
            write();
            TreeSet<String> found = new TreeSet<>();
            try (KeyValueIterator<String, byte[]> all = store.range(prefix, pastTheLast())) {
                while (all.hasNext() && found.size() <= FEW) {
                    found.add(all.next().key.substring(prefix.length()));
                }
            }
            hold(found);
        }
        return keys;
    }

    private void hold(TreeSet<String> found) {
        large = found.size() > FEW;
        keys = large ? null : found;
    }

    private String pastTheLast() {
        return prefix.substring(0, prefix.length() - 1) + (char) (StoreTables.SEPARATOR + 1);
    }
}
