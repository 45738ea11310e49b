package io.entente.pipeline;

import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.topology.Rebuild;
import io.entente.topology.TickRecords;
import io.entente.topology.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The end of {@code events} as a stage that rereads them must know it before it begins. */
final class Rebuilds {
    private static final Duration POLL = Duration.ofMillis(200);
    /** How far back the newest tick is looked for at first; ticks come every ten seconds, so that it is near. */
    private static final long NEAR = 1_000;

    private static final long FURTHER = 16;

    private Rebuilds() {}

    /** Of each partition of {@code events} in {@code ends}, which says where it ends. */
    static Map<Integer, Rebuild> of(Settings settings, Topic<?, ?> events, Map<Integer, Long> ends) {
        Map<Integer, Rebuild> rebuilds = new HashMap<>();
        if (ends.isEmpty()) {
            return rebuilds;
        }
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            ends.forEach((partition, end) -> rebuilds.put(
                    partition, new Rebuild(end, feedStart(consumer, new TopicPartition(events.name(), partition)))));
        }
        return rebuilds;
    }

    private static @Nullable Instant feedStart(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Instant found = null;
        long back = NEAR;
        long from = end;
        while (found == null && from > first) {
            from = Math.max(first, end - back);
            found = newest(consumer, partition, from, end);
            back *= FURTHER;
        }
        return found;
    }

    /** What the newest tick between two offsets says. */
    private static @Nullable Instant newest(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        Instant feedStart = null;
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Tick tick = TickRecords.read(record);
                if (tick != null && tick.feedStart() != null) {
                    feedStart = tick.feedStart();
                }
            }
        }
        return feedStart;
    }
}
