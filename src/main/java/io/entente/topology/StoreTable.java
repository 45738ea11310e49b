package io.entente.topology;

import io.entente.store.Table;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a store whose keys begin with the table's name. Every change goes to the store at once; what is read often is held beside
 * it: the last {@link Rows}, and the keys of a table with few. It lives as long as its task: whatever takes the store back or
 * moves it elsewhere makes the processor begin anew.
 */
final class StoreTable<V extends SpecificRecord> implements Table<V> {
    private static final int ROW_BYTES = 512 << 10;
    /** Of a table with more rows than these the keys are not held. */
    private static final int FEW = 10_000;

    private final KeyValueStore<String, byte[]> store;
    private final String prefix;
    private final StateSerde<V> serde;
    private final Rows<V> rows = new Rows<>(ROW_BYTES);
    /**
     * All keys, from the first scan on. Iterators of the store pass over every row that was deleted since the last compaction, and most scans are
     * for what is at the front of a queue.
     */
    private @Nullable TreeSet<String> keys;

    private boolean large;

    StoreTable(KeyValueStore<String, byte[]> store, String name, StateSerde<V> serde) {
        this.store = store;
        this.prefix = name + StoreTables.SEPARATOR;
        this.serde = serde;
    }

    @Override
    public @Nullable V get(String key) {
        Rows.Row<V> row = rows.find(key);
        if (row == null) {
            row = read(key);
            rows.keep(key, row);
        }
        return row.value();
    }

    private Rows.Row<V> read(String key) {
        byte[] bytes = keys != null && !keys.contains(key) ? null : store.get(prefix + key);
        return bytes == null ? new Rows.Row<>(null, 0) : new Rows.Row<>(serde.read(bytes), bytes.length);
    }

    @Override
    public void put(String key, V value) {
        byte[] bytes = serde.write(value);
        store.put(prefix + key, bytes);
        rows.replace(key, new Rows.Row<>(value, bytes.length));
        if (keys != null && keys.add(key)) {
            hold(keys);
        }
    }

    @Override
    public void delete(String key) {
        store.delete(prefix + key);
        rows.replace(key, new Rows.Row<>(null, 0));
        if (keys != null) {
            keys.remove(key);
        }
    }

    @Override
    public void scan(String from, String to, BiConsumer<String, V> visitor) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        NavigableSet<String> few = keys();
        if (few == null) {
            range(from, to, visitor);
            return;
        }
        for (String key : few.subSet(from, to)) {
            V value = get(key);
            if (value != null) {
                visitor.accept(key, value);
            }
        }
    }

    private void range(String from, String to, BiConsumer<String, V> visitor) {
        String end = prefix + to; // Kafka's ranges include their end
        try (KeyValueIterator<String, byte[]> found = store.range(prefix + from, end)) {
            while (found.hasNext()) {
                KeyValue<String, byte[]> row = found.next();
                if (!row.key.equals(end)) {
                    visitor.accept(row.key.substring(prefix.length()), serde.read(row.value));
                }
            }
        }
    }

    /** All keys; null if they are too many. */
    private @Nullable NavigableSet<String> keys() {
        if (keys == null && !large) {
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
