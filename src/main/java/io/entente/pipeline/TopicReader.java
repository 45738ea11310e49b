package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.topology.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads whole topics, committed records only, as any consumer of Entente's output can. It joins no group and commits nothing. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** A broker that goes away leaves the reader without a record and without an error. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String brokers;

    public TopicReader(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.brokers = settings.bootstrapServers();
    }

    /** Where reading begins. */
    public sealed interface Start {
        /** At the oldest record kept. */
        record Beginning() implements Start {}

        /** After the newest record. */
        record End() implements Start {}

        /** So many records before the end of each partition. */
        record Newest(int records) implements Start {}

        /** At the first record that arrived then or later. */
        record At(Instant arrival) implements Start {}
    }

    /**
     * Reads {@code topics} from {@code start} up to where they end now.
     *
     * @throws PipelineException if a topic does not exist, or the brokers send nothing more
     */
    public void read(Collection<Topic<?, ?>> topics, Start start, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        List<TopicPartition> partitions = seek(topics, start);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long progress = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(sink);
            if (!records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new PipelineException("the brokers have sent nothing for " + PATIENCE.toSeconds()
                        + " s, and the topics have not been read to their ends; are the brokers up?");
            }
        }
    }

    /** Reads {@code topics} from {@code start} on for as long as {@code wanted} says. */
    public void follow(
            Collection<Topic<?, ?>> topics,
            Start start,
            Consumer<ConsumerRecord<byte[], byte[]>> sink,
            BooleanSupplier wanted) {
        seek(topics, start);
        while (wanted.getAsBoolean()) {
            consumer.poll(POLL).forEach(sink);
        }
    }

    /**
     * The last value under each key of {@code topic} as it stands now, in the order in which the keys were first seen; removed keys and ticks are
     * absent.
     */
    public <V> Map<String, V> table(Topic<String, V> topic) {
        Map<String, V> rows = new LinkedHashMap<>();
        read(List.of(topic), new Start.Beginning(), record -> {
            String key = topic.key().deserializer().deserialize(record.topic(), record.key());
            V value = record.value() == null
                    ? null
                    : topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        });
        return rows;
    }

    private List<TopicPartition> seek(Collection<Topic<?, ?>> topics, Start start) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> partitions.addAll(partitions(topic.name())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        if (start instanceof Start.End) {
            consumer.seekToEnd(partitions);
        } else if (start instanceof Start.At at) {
            seek(partitions, at.arrival());
        } else if (start instanceof Start.Newest newest) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> consumer.seek(
                            partition, Math.max(begins.getOrDefault(partition, 0L), end - newest.records())));
        }
        return partitions;
    }

    private void seek(List<TopicPartition> partitions, Instant arrival) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> arrival.toEpochMilli()));
        consumer.seekToEnd(partitions);
        consumer.offsetsForTimes(times).forEach((TopicPartition partition, @Nullable OffsetAndTimestamp found) -> {
            if (found != null) {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new PipelineException(
                    "topic " + topic + " does not exist at " + brokers + ": run 'entente topics apply'");
        }
        return partitions;
    }

    @Override
    public void close() {
        // Without a group there is nothing to wait for but the fetch beyond the end.
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
