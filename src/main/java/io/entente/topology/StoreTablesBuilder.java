package io.entente.topology;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes {@link StoreTables}; its options are those of the store of their rows. */
record StoreTablesBuilder(StoreBuilder<KeyValueStore<String, byte[]>> rows) implements StoreBuilder<StoreTables> {

    @Override
    public StoreTables build() {
        return new StoreTables(rows.build());
    }

    /** Not used: the tables hold changes back themselves. */
    @Override
    public StoreTablesBuilder withCachingEnabled() {
        return this;
    }

    @Override
    public StoreTablesBuilder withCachingDisabled() {
        return this;
    }

    @Override
    public StoreTablesBuilder withLoggingEnabled(Map<String, String> config) {
        return new StoreTablesBuilder(rows.withLoggingEnabled(config));
    }

    @Override
    public StoreTablesBuilder withLoggingDisabled() {
        return new StoreTablesBuilder(rows.withLoggingDisabled());
    }

    @Override
    public Map<String, String> logConfig() {
        return rows.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return rows.loggingEnabled();
    }

    @Override
    public String name() {
        return rows.name();
    }
}
