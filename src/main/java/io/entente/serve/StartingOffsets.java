package io.entente.serve;

import io.entente.serve.model.ReadModel;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where reading the topics begins: tables at their beginning, of statements and articles the newest. */
final class StartingOffsets {
    private final Topics topics;
    private final Consumer<byte[], byte[]> consumer;

    StartingOffsets(Topics topics, Consumer<byte[], byte[]> consumer) {
        this.topics = topics;
        this.consumer = consumer;
    }

    /** Assigns all partitions to the consumer and goes to where reading begins; returns where they end now. */
    Map<TopicPartition, Long> seek(ReadModel.Limits limits) {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic<?, ?> topic : read()) {
            all.addAll(partitions(topic));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        skip(topics.statements(), limits.statements(), ends);
        skip(topics.enriched(), limits.articles(), ends);
        return ends;
    }

    private List<Topic<?, ?>> read() {
        return List.of(
                topics.events(),
                topics.hourly(),
                topics.daily(),
                topics.alerts(),
                topics.attention(),
                topics.collectors(),
                topics.deadLetters(),
                topics.statements(),
                topics.enriched());
    }

    private List<TopicPartition> partitions(Topic<?, ?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }

    /** Begins so far before the end that about {@code newest} records remain. */
    private void skip(Topic<?, ?> topic, int newest, Map<TopicPartition, Long> ends) {
        List<TopicPartition> partitions = partitions(topic);
        for (TopicPartition partition : partitions) {
            long tail = ends.getOrDefault(partition, 0L) - newest / partitions.size() - 1;
            if (tail > consumer.position(partition)) {
                consumer.seek(partition, tail);
            }
        }
    }
}
