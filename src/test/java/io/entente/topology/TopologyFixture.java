package io.entente.topology;

import io.entente.config.Settings;
import io.entente.ops.DeadLetters;
import io.entente.ops.DeserializationFailures;
import io.entente.ops.ProcessingFailures;
import io.entente.ops.RocksDbBounds;
import io.entente.registry.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A stage in Kafka's test driver, with a state folder of its own. */
final class TopologyFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RocksDbBounds.Memory memory = new RocksDbBounds.Memory(8 << 20);
    private final DeadLetters deadLetters = new DeadLetters("entente.dead-letters");
    private final TopologyTestDriver driver;

    TopologyFixture(Topology topology, Path stateDir) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbBounds.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationFailures.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailures.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        config.put(DeadLetters.CONFIG, deadLetters);
        config.put(RocksDbBounds.CONFIG, memory);
        driver = new TopologyTestDriver(topology, config, START);
    }

    /** Topics whose serdes need no registry. */
    static Topics topics() {
        return Topics.of(
                Settings.load(Map.of(), Map.of(), null),
                new AvroSerdes(Map.of(AvroSerdes.SERDE_CLASS, SelfDescribingSerde.class.getName())));
    }

    TopologyTestDriver driver() {
        return driver;
    }

    <V> TestOutputTopic<String, V> output(Topic<?, V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.value().deserializer());
    }

    TestOutputTopic<String, byte[]> deadLetters() {
        Deserializer<byte[]> bytes = (topic, data) -> data;
        return driver.createOutputTopic("entente.dead-letters", new StringDeserializer(), bytes);
    }

    /** Why records have become dead letters since the last call. */
    List<String> reasons() {
        return deadLetters().readRecordsToList().stream()
                .map(letter -> new String(
                        Objects.requireNonNull(letter.headers().lastHeader(DeadLetters.REASON))
                                .value(),
                        StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
