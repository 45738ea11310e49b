package io.entente.topology;

import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a processor in one Kafka Streams store, which is persistent and logged: a table's rows lie under its name. One store
 * is one changelog in each transaction and one database a partition, however many tables there are.
 */
final class StoreTables implements Tables {
    private static final char SEPARATOR = '/';

    private final KeyValueStore<String, byte[]> store;

    /** @param name of the store, which {@link #builders} has made */
    StoreTables(ProcessingContext context, String name) {
        this.store = context.getStateStore(name);
    }

    /** What makes the store of this name. */
    static Set<StoreBuilder<?>> builders(String name) {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                        .withCachingEnabled());
    }

    @Override
    public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
        return new StoreTable<>(store, spec.name() + SEPARATOR, new StateSerde<>(spec.type()));
    }

    private record StoreTable<V extends SpecificRecord>(
            KeyValueStore<String, byte[]> store, String prefix, StateSerde<V> serde) implements Table<V> {

        @Override
        public @Nullable V get(String key) {
            byte[] bytes = store.get(prefix + key);
            return bytes == null ? null : serde.read(bytes);
        }

        @Override
        public void put(String key, V value) {
            store.put(prefix + key, serde.write(value));
        }

        @Override
        public void delete(String key) {
            store.delete(prefix + key);
        }

        @Override
        public void scan(String from, String to, BiConsumer<String, V> visitor) {
            if (from.compareTo(to) >= 0) {
                return;
            }
            String end = prefix + to; // Kafka's ranges include their end
            try (KeyValueIterator<String, byte[]> rows = store.range(prefix + from, end)) {
                while (rows.hasNext()) {
                    KeyValue<String, byte[]> row = rows.next();
                    if (!row.key.equals(end)) {
                        visitor.accept(row.key.substring(prefix.length()), serde.read(row.value));
                    }
                }
            }
        }
    }
}
