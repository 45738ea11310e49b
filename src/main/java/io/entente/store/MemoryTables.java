package io.entente.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Tables in memory, for {@code replay} and tests. */
public final class MemoryTables implements Tables {
    private final Map<String, MemoryTable<?>> tables = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a name stands for one type
    public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(spec.name(), name -> new MemoryTable<V>());
    }

    /** A row is read more often than it comes or goes: so rows are hashed, and only their keys are sorted, in tables that are ever scanned. */
    private static final class MemoryTable<V> implements Table<V> {
        private final Map<String, V> rows = new HashMap<>();
        private @Nullable TreeSet<String> sorted;

        @Override
        public @Nullable V get(String key) {
            return rows.get(key);
        }

        @Override
        public void put(String key, V value) {
            if (rows.put(key, value) == null && sorted != null) {
                sorted.add(key);
            }
        }

        @Override
        public void delete(String key) {
            if (rows.remove(key) != null && sorted != null) {
                sorted.remove(key);
            }
        }

        @Override
        public void scan(String from, String to, BiConsumer<String, V> visitor) {
            if (from.compareTo(to) >= 0) {
                return;
            }
            TreeSet<String> keys = sorted == null ? new TreeSet<>(rows.keySet()) : sorted;
            sorted = keys;
            for (String key : keys.subSet(from, to)) {
                V value = rows.get(key);
                if (value != null) {
                    visitor.accept(key, value);
                }
            }
        }
    }
}
