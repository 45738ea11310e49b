package io.entente.topology;

import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Tables on Kafka Streams' stores, which are persistent and logged. */
final class StoreTables implements Tables {
    private final ProcessingContext context;

    StoreTables(ProcessingContext context) {
        this.context = context;
    }

    /** What makes the stores of {@code specs}. */
    static Set<StoreBuilder<?>> builders(List<TableSpec<?>> specs) {
        return specs.stream()
                .map(StoreTables::builder)
                .collect(Collectors.toCollection(LinkedHashSet::new)); // in their order, for describe()
    }

    private static <V extends SpecificRecord> StoreBuilder<?> builder(TableSpec<V> spec) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(spec.name()), Serdes.String(), new StateSerde<>(spec.type()))
                .withCachingEnabled();
    }

    @Override
    public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
        KeyValueStore<String, V> store = context.getStateStore(spec.name());
        return new StoreTable<>(store);
    }

    private record StoreTable<V>(KeyValueStore<String, V> store) implements Table<V> {

        @Override
        public @Nullable V get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }

        @Override
        public void scan(String from, String to, BiConsumer<String, V> visitor) {
            try (KeyValueIterator<String, V> rows = store.range(from, to)) { // Kafka's ranges include their end
                while (rows.hasNext()) {
                    KeyValue<String, V> row = rows.next();
                    if (!row.key.equals(to)) {
                        visitor.accept(row.key, row.value);
                    }
                }
            }
        }
    }
}
