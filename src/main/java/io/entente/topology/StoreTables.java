package io.entente.topology;

import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The tables of a processor in one Kafka Streams store, which is persistent and logged: a table's rows lie under its name. One store
 * is one changelog in each transaction and one database a partition, however many tables there are.
 */
final class StoreTables implements Tables {
    /** Between a table's name and a row's key. */
    static final char SEPARATOR = '/';

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Table<?>> tables = new HashMap<>();

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
    @SuppressWarnings("unchecked") // a name stands for one type
    public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(
                spec.name(), name -> new StoreTable<>(store, name, new StateSerde<>(spec.type())));
    }
}
