package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;

/** Reviews how often a cluster keeps what Entente needs: its own topics, those that Kafka Streams makes for itself, and the registry's. */
final class ReplicationReview {
    static final String SCHEMAS = "_schemas";

    private final int wanted;
    private final List<TopicPlan.Internal> internal = new ArrayList<>();
    private final List<String> risks = new ArrayList<>();

    /**
     * @param brokers how many the cluster has
     * @param topics those of {@link #concerns}, as they are
     */
    ReplicationReview(Settings settings, Topics own, int brokers, Map<String, TopicDescription> topics) {
        this.wanted = settings.replication();
        if (wanted == 1 && brokers > 1) {
            risks.add("entente.replication is 1 on " + brokers
                    + " brokers: new topics are lost with their broker; set it to " + Math.min(3, brokers));
        }
        List<String> names = own.all().stream().map(Topic::name).toList();
        new TreeMap<>(topics).forEach((name, topic) -> review(topic, !names.contains(name)));
    }

    private void review(TopicDescription topic, boolean isInternal) {
        int replicas = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (isInternal) {
            internal.add(new TopicPlan.Internal(topic.name(), topic.partitions().size(), replicas));
        }
        if (replicas < wanted) {
            risks.add(topic.name() + " has " + replicas + (replicas == 1 ? " replica" : " replicas")
                    + ", entente.replication says " + wanted + (replicas == 1 ? ": it is lost with its broker" : "")
                    + "; raise it with kafka-reassign-partitions");
        }
        if (topic.partitions().stream()
                .anyMatch(partition ->
                        partition.isr().size() < partition.replicas().size())) {
            risks.add(topic.name() + " has fewer replicas in sync than it should: see the brokers");
        }
    }

    /** Whether a topic of the cluster is Entente's, or made for it. */
    static boolean concerns(String name, Settings settings, Topics own) {
        return name.equals(SCHEMAS)
                || own.all().stream().anyMatch(topic -> topic.name().equals(name))
                || Arrays.stream(Stage.values())
                        .filter(Stage::isStream)
                        .anyMatch(stage -> name.startsWith(settings.applicationId(stage.name()) + '-')
                                && (name.endsWith("-changelog") || name.endsWith("-repartition")));
    }

    List<TopicPlan.Internal> internal() {
        return internal;
    }

    List<String> risks() {
        return risks;
    }
}
