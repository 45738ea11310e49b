package io.entente.topology;

import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The tables of a processor as one state store, which is persistent and logged: a table's rows lie under its name. One store is one
 * changelog in each transaction and one database a partition, however many tables there are. Changes are held as objects and written when
 * Kafka Streams flushes the caches of its stores, which is before every commit: a row that changes often is written once a commit, and
 * one that comes and goes within it not at all. A processor may hold back what it forwards in the same way: {@link #beforeCommit}.
 */
final class StoreTables extends WrappedStateStore<KeyValueStore<String, byte[]>, String, byte[]> implements Tables {
    /** Between a table's name and a row's key. */
    static final char SEPARATOR = '/';

    private final Map<String, StoreTable<?>> tables = new HashMap<>();
    private Runnable beforeCommit = () -> {};

    /** @param store of the rows as bytes, which must not cache them itself */
    StoreTables(KeyValueStore<String, byte[]> store) {
        super(store);
    }

    /** The tables in the store of this name, for a processor that begins. */
    static StoreTables of(ProcessingContext context, String name) {
        StoreTables tables = context.getStateStore(name);
        tables.clearCache();
        return tables;
    }

    /**
     * Has something done before every commit of what has been processed, ahead of the writing of the tables. It may forward records, as
     * the caches of Kafka Streams' own stores do then.
     *
     * @param context of the processor that begins, in its {@code init}
     */
    void beforeCommit(ProcessorContext<?, ?> context, Runnable action) {
        beforeCommit = ForwardingNode.of(context).running(action);
    }

    /** What makes the store of this name. */
    static Set<StoreBuilder<?>> builders(String name) {
        return Set.of(new StoreTablesBuilder(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())));
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        tables.clear(); // a task that is revived begins with what was committed
        beforeCommit = () -> {};
        super.init(context, root);
    }

    @Override
    @SuppressWarnings("unchecked") // a name stands for one type
    public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(
                spec.name(), name -> new StoreTable<>(wrapped(), name, new StateSerde<>(spec.type())));
    }

    @Override
    public void flushCache() {
        beforeCommit.run();
        tables.values().forEach(StoreTable::write);
        super.flushCache();
    }

    @Override
    public void clearCache() {
        tables.clear();
        super.clearCache();
    }
}
