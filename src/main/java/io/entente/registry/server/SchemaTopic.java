package io.entente.registry.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compacted topic {@code _schemas}: JSON keys and values in the Confluent Schema Registry's own layout, so that either
 * can take over from the other.
 */
final class SchemaTopic implements SchemaLog {
    static final String NAME = "_schemas";
    private static final Logger log = LoggerFactory.getLogger(SchemaTopic.class);
    private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);
    /** A broker that goes away while the topic is read leaves the reader without a record and without an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> client;
    private final KafkaProducer<byte[], byte[]> producer;

    private SchemaTopic(Map<String, Object> client) {
        this.client = client;
        this.producer = new KafkaProducer<>(
                with(Map.of(
                        "client.id", "entente-registry",
                        "acks", "all",
                        "max.block.ms", "15000",
                        "delivery.timeout.ms", "20000",
                        "request.timeout.ms", "10000")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Opens the topic, and makes it first where it is missing.
     *
     * @param client how to reach the brokers, as Kafka's clients call it
     * @param config settings of the topic, besides its compaction
     */
    static SchemaTopic open(Map<String, Object> client, Map<String, String> config, short replication) {
        SchemaTopic topic = new SchemaTopic(client);
        try {
            topic.create(config, replication);
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
        return topic;
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(client);
        all.putAll(more);
        return all;
    }

    private void create(Map<String, String> config, short replication) {
        Map<String, String> all = new HashMap<>(config);
        all.put("cleanup.policy", "compact");
        NewTopic topic = new NewTopic(NAME, 1, replication).configs(all);
        try (Admin admin = Admin.create(with(Map.of("default.api.timeout.ms", "30000")))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "cannot create the topic " + NAME + " at " + client.get("bootstrap.servers"), e.getCause());
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void replay(BiConsumer<JsonNode, @Nullable JsonNode> visitor) {
        Map<String, Object> settings = with(Map.of(
                "enable.auto.commit", "false",
                "fetch.max.wait.ms", "20", // closing waits for the fetch beyond the end
                "isolation.level", "read_committed"));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long progress = System.nanoTime();
            while (consumer.position(PARTITION) < end) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                records.forEach(record -> visit(record, visitor));
                if (!records.isEmpty()) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new TimeoutException("nothing of " + NAME + " came within " + PATIENCE.toSeconds() + " s");
                }
            }
        }
    }

    private static void visit(ConsumerRecord<byte[], byte[]> record, BiConsumer<JsonNode, @Nullable JsonNode> visitor) {
        JsonNode key;
        JsonNode value;
        try {
            key = read(record.key());
            value = read(record.value());
        } catch (JsonProcessingException e) {
            log.error("skipping the record at offset {} of {}: not JSON", record.offset(), NAME);
            return;
        }
        if (key != null) {
            visitor.accept(key, value);
        }
    }

    private static @Nullable JsonNode read(byte @Nullable [] bytes) throws JsonProcessingException {
        return bytes == null ? null : JSON.readTree(new String(bytes, UTF_8));
    }

    @Override
    public void append(JsonNode key, @Nullable JsonNode value) {
        byte[] bytes = value == null ? null : value.toString().getBytes(UTF_8);
        try {
            producer.send(new ProducerRecord<>(NAME, 0, key.toString().getBytes(UTF_8), bytes))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw new RegistryError(
                        RegistryError.SCHEMA_TOO_LARGE,
                        "Write failed because schema is too large for the topic " + NAME);
            }
            log.error("cannot write to {}", NAME, e);
            throw new RegistryError(RegistryError.STORE_FAILED, "cannot write to the topic " + NAME);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
