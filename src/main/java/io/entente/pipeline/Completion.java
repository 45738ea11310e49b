package io.entente.pipeline;

import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.topology.TickRecords;
import io.entente.topology.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows when all that was published has become alerts: when ALERT has committed, on every partition of {@code events}, a tick whose
 * watermark has reached the newest article, or one that says that nothing more comes where no other article supports the newest one's date.
 */
public final class Completion {
    private final Settings settings;
    private final Topics topics;
    private final int pairPartitions;

    /** @param pairPartitions how many partitions {@code events} has */
    public Completion(Settings settings, Topics topics, int pairPartitions) {
        this.settings = settings;
        this.topics = topics;
        this.pairPartitions = pairPartitions;
    }

    /**
     * Waits.
     *
     * @param newest event time of the newest article that ENRICH accepts
     * @param goOn asked now and then; waiting ends when it says no
     * @throws PipelineException if the limit is reached first
     */
    public void await(Instant newest, Duration limit, BooleanSupplier goOn) {
        long deadline = System.nanoTime() + limit.toNanos();
        Long[] covering = new Long[pairPartitions];
        BooleanSupplier inTime = () -> {
            if (System.nanoTime() > deadline) {
                throw new PipelineException("not all articles have gone through after " + limit
                        + ": see the log above for what a stage waits for");
            }
            return goOn.getAsBoolean();
        };
        try (TopicReader reader = new TopicReader(settings);
                Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            reader.follow(
                    List.of(topics.events()),
                    new TopicReader.Start.Beginning(),
                    record -> note(record, newest, covering),
                    () -> inTime.getAsBoolean() && Arrays.asList(covering).contains(null));
            while (inTime.getAsBoolean() && !committed(admin, covering)) {
                Thread.sleep(Duration.ofMillis(50).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, Instant newest, Long[] covering) {
        Tick tick = TickRecords.read(record);
        if (tick != null
                && hasReached(newest, tick.newest())
                && (tick.idle() || hasReached(newest, tick.watermark()))) {
            covering[record.partition()] = record.offset();
        }
    }

    private static boolean hasReached(Instant time, @Nullable Instant clock) {
        return clock != null && !clock.isBefore(time);
    }

    private boolean committed(Admin admin, Long[] covering) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(
                            settings.applicationId(Stage.ALERT.name()))
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (int i = 0; i < covering.length; i++) {
                OffsetAndMetadata offset =
                        offsets.get(new TopicPartition(topics.events().name(), i));
                if (offset == null || offset.offset() <= covering[i]) {
                    return false;
                }
            }
            return feedCommitted(admin, offsets);
        } catch (ExecutionException e) {
            throw new PipelineException("cannot read ALERT's offsets: " + e.getCause(), e);
        }
    }

    /** What ALERT sends itself has been processed too. */
    private boolean feedCommitted(Admin admin, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws InterruptedException, ExecutionException {
        TopicPartition feed = new TopicPartition(topics.feed().name(), 0);
        ListOffsetsResultInfo end = admin.listOffsets(Map.of(feed, OffsetSpec.latest()))
                .partitionResult(feed)
                .get();
        OffsetAndMetadata offset = offsets.get(feed);
        return end.offset() == 0
                || (offset != null && offset.offset() >= end.offset() - 1); // its end may be a commit marker
    }
}
