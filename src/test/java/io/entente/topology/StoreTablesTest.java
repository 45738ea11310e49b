package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to the store of tables, and when. */
class StoreTablesTest {
    private static final TableSpec<Marker> ROWS = new TableSpec<>("rows", Marker.class);

    private final List<String> written = new ArrayList<>();
    private final KeyValueStore<String, byte[]> store = store();
    private final StoreTables tables = new StoreTables(new Recording(store));
    private final Table<Marker> table = tables.table(ROWS);

    /** A store in memory, of its own. */
    static KeyValueStore<String, byte[]> store() {
        StateStoreContext context = new MockProcessorContext<Void, Void>().getStateStoreContext();
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("state"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context, store);
        return store;
    }

    @Test
    void aRowThatChangesOftenIsWrittenOnceACommit() {
        for (int i = 1; i <= 100; i++) {
            table.put("a", new Marker(i));
        }
        assertThat(written).isEmpty();

        tables.flushCache();
        tables.flushCache();

        assertThat(written).containsExactly("put rows/a");
        assertThat(new StoreTables(store).table(ROWS).get("a")).isEqualTo(new Marker(100));
    }

    @Test
    void aRowThatComesAndGoesBetweenCommitsIsNotWritten() {
        assertThat(table.get("a")).isNull();
        table.put("a", new Marker(1));
        table.delete("a");
        tables.flushCache();

        assertThat(written).isEmpty();
        assertThat(table.get("a")).isNull();
    }

    @Test
    void aRowOfAnEarlierCommitThatGoesIsRemoved() {
        table.put("a", new Marker(1));
        tables.flushCache();
        table.put("a", new Marker(2));
        table.delete("a");
        tables.flushCache();

        assertThat(written).containsExactly("put rows/a", "remove rows/a");
    }

    @Test
    void aRowThatWasNeverLookedAtIsRemovedAllTheSame() {
        table.put("a", new Marker(1));
        tables.flushCache();
        StoreTables next = new StoreTables(store);
        next.table(ROWS).put("a", new Marker(2));
        next.table(ROWS).delete("a");
        next.flushCache();

        assertThat(store.get("rows/a")).isNull();
    }

    @Test
    void whatIsHeldBackIsBounded() {
        for (int i = 0; i < 10_500; i++) {
            table.put(Integer.toString(i), new Marker(i));
        }

        assertThat(written).hasSize(10_000);
    }

    @Test
    void whatWasNotCommittedIsForgottenWhenTheTaskBeginsAnew() {
        table.put("a", new Marker(1));
        tables.clearCache();
        tables.flushCache();

        assertThat(tables.table(ROWS).get("a")).isNull();
        assertThat(written).isEmpty();
    }

    /** This rests on what Kafka Streams does with stores that have caches; should a new version do otherwise, it shows here. */
    @Test
    void kafkaStreamsHasChangesWrittenBeforeItCommits(@TempDir Path folder) {
        ProcessorSupplier<String, String, Void, Void> counting = new ProcessorSupplier<>() {
            @Override
            public Processor<String, String, Void, Void> get() {
                return new Counting();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StoreTables.builders("state");
            }
        };
        Topology topology = new Topology()
                .addSource("source", new StringDeserializer(), new StringDeserializer(), "input")
                .addProcessor("count", counting, "source");
        try (TopologyFixture fixture = new TopologyFixture(topology, folder)) {
            var input = fixture.driver().createInputTopic("input", new StringSerializer(), new StringSerializer());
            input.pipeInput("a", "");
            input.pipeInput("a", "");

            StoreTables state = (StoreTables) fixture.driver().getStateStore("state");
            StateSerde<Marker> serde = new StateSerde<>(Marker.class);
            assertThat(serde.read(state.wrapped().get("rows/a"))).isEqualTo(new Marker(2));
        }
    }

    private static final class Counting implements Processor<String, String, Void, Void> {
        private Table<Marker> rows;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            rows = StoreTables.of(context, "state").table(ROWS);
        }

        @Override
        public void process(Record<String, String> record) {
            Marker before = rows.get(record.key());
            rows.put(record.key(), new Marker(before == null ? 1 : before.getCount() + 1));
        }
    }

    /** Notes what is written. */
    private final class Recording extends WrappedStateStore<KeyValueStore<String, byte[]>, String, byte[]>
            implements KeyValueStore<String, byte[]> {
        Recording(KeyValueStore<String, byte[]> store) {
            super(store);
        }

        @Override
        public byte[] get(String key) {
            return wrapped().get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            written.add((value == null ? "remove " : "put ") + key);
            wrapped().put(key, value);
        }

        @Override
        public byte[] putIfAbsent(String key, byte[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putAll(List<KeyValue<String, byte[]>> entries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] delete(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyValueIterator<String, byte[]> range(String from, String to) {
            return wrapped().range(from, to);
        }

        @Override
        public KeyValueIterator<String, byte[]> all() {
            return wrapped().all();
        }

        @Override
        public long approximateNumEntries() {
            return wrapped().approximateNumEntries();
        }
    }
}
