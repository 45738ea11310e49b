package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.ops.DeserializationFailures;
import io.entente.ops.ProcessingFailures;
import io.entente.ops.ProductionFailures;
import io.entente.ops.RocksDbBounds;
import io.entente.topology.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams runs a stage. What the user passes through goes before ours, but for the application id. */
final class StageConfig {
    private static final int MAX_RECORD = 8 << 20;
    /** How long a transaction lasts: what consumers see lags by that much a stage. */
    private static final Duration COMMIT = Duration.ofMillis(200);

    /** More than a transaction lasts. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final int BATCH = 128 << 10;

    /** After a kill, others take over the work of the process once this has passed; Kafka's own 45 s are meant for slower members. */
    private static final Duration SESSION = Duration.ofSeconds(15);

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** How often a process that copies state is asked whether it can take over; Kafka's own ten minutes are meant for larger state. */
    private static final Duration PROBE = Duration.ofMinutes(1);

    private StageConfig() {}

    /** The configuration of {@code stage}, without the objects that its processors share. */
    static Properties of(Settings settings, Topics topics, Stage stage) {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        config.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBE.toMillis());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbBounds.class);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationFailures.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailures.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionFailures.class);
        config.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.deadLetters().name());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_RECORD);
        // Else a large article would wait until its partition happens to be the first that a broker looks at.
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), MAX_RECORD);
        // The one codec that every client library reads out of the box (KafkaJS knows no other).
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
        // Nobody reads what a transaction writes before it commits, and a commit sends everything: until then
        // batches fill. Fewer and larger ones cost producers and brokers less, and are compressed better.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), (int) LINGER.toMillis());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
        config.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), settings.minInSyncReplicas());
        config.putAll(settings.kafkaConfig());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId(stage.name()));
        return config;
    }
}
