package io.entente.serve;

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
 * The topic {@code alerts} for one who tells of it, as a group of its own. A partition is read from its beginning, so that what was told before is known; what lies before the
 * group's committed place is {@linkplain #isHistory history}. A group that is new begins at the end. For one thread, {@link #wakeup} apart.
 */
final class AlertGroup implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<String, Alert> topic;
    private final Consumer<byte[], byte[]> consumer;
    /** By partition that is ours: up to where everything has been told, and what comes next. */
    private final Map<TopicPartition, Place> places = new HashMap<>();

    private volatile boolean ending;

    private record Place(long told, long next) {}

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

    void join() {
        consumer.subscribe(List.of(topic.name()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(places::remove);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // They are begun behind the poll, where a failure can be repeated.
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
            long told = known == null ? Objects.requireNonNull(ends.get(partition)) : known.offset();
            if (known == null) {
                commit(partition, told);
            }
            places.put(partition, new Place(told, Objects.requireNonNull(first.get(partition))));
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

    /** Whether it was told by whoever had the partition before. */
    boolean isHistory(ConsumerRecord<byte[], byte[]> record) {
        Place place = places.get(partition(record));
        return place != null && record.offset() < place.told();
    }

    /** Moves on behind {@code record}. */
    void done(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = partition(record);
        long next = record.offset() + 1;
        Place place = places.get(partition);
        if (place != null) {
            if (next > place.told()) {
                commit(partition, next);
            }
            places.put(partition, new Place(Math.max(place.told(), next), next));
        }
    }

    private void commit(TopicPartition partition, long offset) {
        Map<TopicPartition, OffsetAndMetadata> place = Map.of(partition, new OffsetAndMetadata(offset));
        try {
            consumer.commitSync(place);
        } catch (WakeupException e) {
            consumer.commitSync(place); // what has been told stays told
        }
    }

    /**
     * Waits, and stays in the group meanwhile.
     *
     * @return false if partitions have come or gone, so that the record at hand may be another instance's, or if it is to end
     */
    boolean idle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Set<TopicPartition> before = Set.copyOf(places.keySet());
        consumer.pause(before);
        try {
            boolean ours = true;
            while (ours && !ending && System.nanoTime() < end) {
                long rest = Duration.ofNanos(end - System.nanoTime()).toMillis();
                boolean empty = consumer.poll(Duration.ofMillis(Math.max(0, Math.min(POLL.toMillis(), rest))))
                        .isEmpty();
                ours = empty
                        && places.keySet().equals(before)
                        && consumer.assignment().equals(before);
            }
            return ours && !ending;
        } finally {
            consumer.resume(consumer.paused());
        }
    }

    /** Whatever was polled and is not {@linkplain #done done} will be polled again. */
    void goBack() {
        places.forEach((partition, place) -> consumer.seek(partition, place.next()));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Ends waiting; may be called from another thread. */
    void wakeup() {
        ending = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
