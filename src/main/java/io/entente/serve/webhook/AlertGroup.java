package io.entente.serve.webhook;

import io.entente.avro.Alert;
import io.entente.config.Settings;
import io.entente.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic {@code alerts} for one target, as a group of its own. A partition is read from its beginning, so that what was sent before is known; what is settled by the
 * group's committed place is {@linkplain #isHistory history}. A group that is new begins at the end. For one thread, {@link #wakeup} apart.
 */
final class AlertGroup implements AutoCloseable {
    private final Topic<String, Alert> topic;
    private final Consumer<byte[], byte[]> consumer;
    /** By partition that is ours. */
    private final Map<TopicPartition, Place> places = new HashMap<>();

    /**
     * How far a partition is.
     *
     * @param settled as committed
     * @param next what we read next
     */
    private record Place(SettledOffsets settled, long next) {}

    AlertGroup(Settings settings, Topic<String, Alert> topic, String name) {
        this.topic = topic;
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.applicationId(name));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.applicationId(name));
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @param lost receives partitions that now belong to another instance */
    void join(IntConsumer lost) {
        consumer.subscribe(List.of(topic.name()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(partition -> {
                    places.remove(partition);
                    lost.accept(partition.partition());
                });
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // They are begun after the poll, where a failure can be repeated.
            }
        });
    }

    /** What comes next, of partitions that have been begun. */
    ConsumerRecords<byte[], byte[]> poll(Duration time) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(time);
        Set<TopicPartition> fresh = new HashSet<>(consumer.assignment());
        fresh.removeAll(places.keySet());
        if (fresh.isEmpty()) {
            return records;
        }
        begin(fresh);
        goBack();
        return ConsumerRecords.empty();
    }

    private void begin(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata known = committed.get(partition);
            if (known == null) {
                known = new OffsetAndMetadata(Objects.requireNonNull(ends.get(partition)));
                commit(Map.of(partition, known));
            }
            places.put(
                    partition,
                    new Place(
                            SettledOffsets.parse(known.offset(), known.metadata()),
                            Objects.requireNonNull(first.get(partition))));
        }
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** The record's alert; null if it was removed. */
    @Nullable
    Alert alert(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? null
                : topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
    }

    /** Whether it was settled by whoever had the partition before. */
    boolean isHistory(ConsumerRecord<byte[], byte[]> record) {
        Place place = places.get(partition(record));
        return place != null && place.settled.includes(record.offset());
    }

    /** Whether all history has been read, so that it is known what was sent. */
    boolean knowsHistory() {
        return !places.isEmpty()
                && places.entrySet().stream()
                        .allMatch(each -> consumer.position(each.getKey())
                                >= each.getValue().settled.next());
    }

    /** Moves on after {@code record}. */
    void passed(ConsumerRecord<byte[], byte[]> record) {
        places.computeIfPresent(partition(record), (partition, place) -> new Place(place.settled, record.offset() + 1));
    }

    /**
     * Commits what has been settled, if that is more than before. Whatever was polled must have been passed.
     *
     * @param waiting the offsets of a partition that have been read and are not settled, in order
     */
    void commit(IntFunction<List<Long>> waiting) {
        Map<TopicPartition, SettledOffsets> changed = new HashMap<>();
        places.forEach((partition, place) -> {
            long read = consumer.position(partition); // compaction and transactions leave gaps after the last record
            if (read >= place.settled.next()) { // else it is still in its history
                SettledOffsets settled = SettledOffsets.of(read, waiting.apply(partition.partition()));
                if (!settled.equals(place.settled)) {
                    changed.put(partition, settled);
                }
            }
        });
        if (!changed.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            changed.forEach((partition, settled) ->
                    offsets.put(partition, new OffsetAndMetadata(settled.next(), settled.metadata())));
            commit(offsets);
            changed.forEach((partition, settled) ->
                    places.computeIfPresent(partition, (same, place) -> new Place(settled, place.next)));
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (WakeupException e) {
            consumer.commitSync(offsets); // what has been told stays told
        }
    }

    /** Reads nothing, or goes on reading, without leaving the group. */
    void pause(boolean pause) {
        if (pause) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    /** Whatever was polled and not {@linkplain #passed passed} will be polled again. */
    void goBack() {
        places.forEach((partition, place) -> consumer.seek(partition, place.next()));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Ends waiting; may be called from another thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
