package io.entente.pipeline;

import io.entente.clock.LogEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a consumer group has committed a topic's partitions to their ends. What is committed has been processed, whereas a consumer's own lag leaves
 * out what it has fetched and not handed on yet. It asks the brokers only while it is asked, and never waits for their answer: as long as
 * they do not answer, no end has been reached.
 */
final class GroupLogEnd implements LogEnd, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupLogEnd.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration REMINDER = Duration.ofMinutes(1);

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;
    private Look latest = new Look(Instant.MIN, Set.of());
    private boolean looking;
    private Instant next = Instant.MIN;
    private Instant reminder = Instant.MIN;

    /**
     * What was seen.
     *
     * @param begun when looking began
     * @param read partitions of which everything was read
     */
    private record Look(Instant begun, Set<Integer> read) {}

    /** @param count how many partitions {@code topic} has */
    GroupLogEnd(Map<String, String> config, String group, String topic, int count) {
        this.admin = Admin.create(new HashMap<String, Object>(config));
        this.group = group;
        this.partitions = IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    @Override
    public synchronized boolean reached(int partition, Instant since) {
        if (latest.begun().isBefore(since) || !latest.read().contains(partition)) {
            look();
            return false;
        }
        return true;
    }

    private void look() {
        Instant now = Instant.now();
        if (looking || now.isBefore(next)) {
            return;
        }
        looking = true;
        next = now.plus(PAUSE);
        CompletableFuture<Map<TopicPartition, ListOffsetsResultInfo>> begins = offsets(OffsetSpec.earliest());
        CompletableFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends = offsets(OffsetSpec.latest());
        CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> committed =
                future(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        CompletableFuture.allOf(begins, ends, committed)
                .thenApply(nothing -> new Look(now, read(begins.join(), ends.join(), committed.join())))
                .whenComplete(this::seen);
    }

    private CompletableFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(OffsetSpec which) {
        return future(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
    }

    private static <T> CompletableFuture<T> future(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }

    private Set<Integer> read(
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        Set<Integer> read = new HashSet<>();
        for (TopicPartition partition : partitions) {
            ListOffsetsResultInfo begin = begins.get(partition);
            ListOffsetsResultInfo end = ends.get(partition);
            if (begin != null && end != null && end.offset() <= position(committed.get(partition), begin.offset())) {
                read.add(partition.partition());
            }
        }
        return read;
    }

    private static long position(@Nullable OffsetAndMetadata committed, long begin) {
        return committed == null ? begin : committed.offset();
    }

    private synchronized void seen(@Nullable Look look, @Nullable Throwable failure) {
        looking = false;
        if (look != null) {
            latest = look;
        } else if (Instant.now().isAfter(reminder)) {
            reminder = Instant.now().plus(REMINDER);
            LOG.warn(
                    "cannot see whether {} has read everything, so no partition counts as idle: {}",
                    group,
                    String.valueOf(failure));
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
