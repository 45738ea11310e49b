package io.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
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

    private static final class MemoryTable<V> implements Table<V> {
        private final TreeMap<String, V> rows = new TreeMap<>();

        @Override
        public @Nullable V get(String key) {
            return rows.get(key);
        }

        @Override
        public void put(String key, V value) {
            rows.put(key, value);
        }

        @Override
        public void delete(String key) {
            rows.remove(key);
        }

        @Override
        public void scan(String from, String to, BiConsumer<String, V> visitor) {
            for (Map.Entry<String, V> row :
                    new ArrayList<>(rows.subMap(from, to).entrySet())) {
                visitor.accept(row.getKey(), row.getValue());
            }
        }
    }
}
