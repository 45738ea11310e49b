package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Compares Entente's topics with a cluster's and creates what is missing. */
public final class TopicAdmin implements AutoCloseable {
    private static final Duration VISIBLE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Admin admin;
    private final String brokers;
    private final Settings settings;

    public TopicAdmin(Settings settings) {
        this.admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
        this.brokers = settings.bootstrapServers();
        this.settings = settings;
    }

    /**
     * What {@link #apply} would do.
     *
     * @throws PipelineException if the cluster does not answer
     */
    public TopicPlan plan(Topics topics) {
        Map<String, Integer> live = partitions(topics);
        List<Topic<?, ?>> missing = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Topic<?, ?> topic : topics.all()) {
            Integer partitions = live.get(topic.name());
            if (partitions == null) {
                missing.add(topic);
            } else if (partitions != topic.partitions()) {
                refusals.add(topic.name() + " has " + partitions + " partitions, the settings say " + topic.partitions()
                        + ": the count of a live topic is never changed");
            }
        }
        ReplicationReview review = review(topics);
        return new TopicPlan(
                missing, TopicDifferences.of(topics, configs(live)), refusals, review.internal(), review.risks());
    }

    private ReplicationReview review(Topics topics) {
        int nodes = get(admin.describeCluster().nodes(), "describe the cluster").size();
        List<String> names = get(admin.listTopics().names(), "list topics").stream()
                .filter(name -> ReplicationReview.concerns(name, settings, topics))
                .toList();
        return new ReplicationReview(
                settings, topics, nodes, get(admin.describeTopics(names).allTopicNames(), "describe topics"));
    }

    /**
     * Creates the missing topics and sets what differs; partition counts of live topics stay.
     *
     * @throws PipelineException if the cluster does not answer or refuses
     */
    public TopicPlan apply(Topics topics) {
        TopicPlan plan = plan(topics);
        // Topics keyed by pair share one count: new ones follow those that live already.
        Integer byPair = pairPartitions(topics, partitions(topics));
        create(plan.missing(), byPair);
        awaitVisible(topics);
        awaitLeaders(plan.missing());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        plan.differing()
                .forEach((name, wanted) -> changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, name),
                        wanted.entrySet().stream()
                                .map(entry -> new AlterConfigOp(
                                        new ConfigEntry(entry.getKey(), entry.getValue()), OpType.SET))
                                .toList()));
        if (!changes.isEmpty()) {
            get(admin.incrementalAlterConfigs(changes).all(), "change topic settings");
        }
        return plan;
    }

    private void create(List<Topic<?, ?>> missing, @Nullable Integer byPair) {
        List<NewTopic> creations = missing.stream()
                .map(topic -> new NewTopic(
                                topic.name(),
                                topic.byPair() && byPair != null ? byPair : topic.partitions(),
                                settings.replication())
                        .configs(whenCreated(topic)))
                .toList();
        admin.createTopics(creations).values().forEach((name, future) -> {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another process was faster: as good
                    throw failure("create topic " + name, e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
    }

    private Map<String, String> whenCreated(Topic<?, ?> topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.putIfAbsent(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInSyncReplicas()));
        return config;
    }

    /** A broker hears of a new topic a little after the controller has made it. */
    private void awaitVisible(Topics topics) {
        long deadline = System.nanoTime() + VISIBLE.toNanos();
        while (partitions(topics).size() < topics.all().size()) {
            if (System.nanoTime() > deadline) {
                throw new PipelineException(
                        "topics were created at " + brokers + " but are not visible after " + VISIBLE);
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /**
     * A broker announces a new topic before it can write to it. A producer whose first batch is refused for that, but not its second, which is
     * under way already, can never send the first in order: it gives it up after two minutes.
     */
    private void awaitLeaders(List<Topic<?, ?>> created) {
        List<String> names = created.stream().map(Topic::name).toList();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        get(admin.describeTopics(names).allTopicNames(), "describe new topics")
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        get(admin.listOffsets(ends).all(), "reach the leaders of new topics"); // asked again until each answers
    }

    /**
     * How many partitions the topics keyed by pair have in the cluster.
     *
     * @throws PipelineException if one is missing or they do not all have the same number
     */
    public int pairPartitions(Topics topics) {
        Map<String, Integer> live = partitions(topics);
        requireAll(topics, live);
        Integer count = pairPartitions(topics, live);
        if (count == null) {
            throw new PipelineException("no topic keyed by pair exists: run 'entente topics apply'");
        }
        return count;
    }

    private static @Nullable Integer pairPartitions(Topics topics, Map<String, Integer> live) {
        Map<String, Integer> counts = new TreeMap<>();
        topics.all().stream()
                .filter(topic -> topic.byPair() && live.containsKey(topic.name()))
                .forEach(topic -> counts.put(topic.name(), live.get(topic.name())));
        if (counts.values().stream().distinct().count() > 1) {
            throw new PipelineException("the topics keyed by pair must all have the same number of partitions, but: "
                    + counts + ": delete and recreate those that differ, then reset the stages that write them");
        }
        return counts.values().stream().findFirst().orElse(null);
    }

    /** How many partitions {@code topic} has in the cluster. */
    public int partitions(Topic<?, ?> topic, Topics topics) {
        Map<String, Integer> live = partitions(topics);
        requireAll(topics, live);
        return Objects.requireNonNull(live.get(topic.name()));
    }

    /**
     * Where the partitions of {@code topic} end now, if {@code group} has never read it; empty if it has.
     */
    public Map<Integer, Long> unread(Topic<?, ?> topic, String group) {
        boolean read = get(
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        "read offsets of " + group)
                .keySet()
                .stream()
                .anyMatch(partition -> partition.topic().equals(topic.name()));
        if (read) {
            return Map.of();
        }
        int partitions = Objects.requireNonNull(
                        get(admin.describeTopics(List.of(topic.name())).allTopicNames(), "describe " + topic.name())
                                .get(topic.name()))
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int i = 0; i < partitions; i++) {
            latest.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
        }
        Map<Integer, Long> ends = new HashMap<>();
        get(admin.listOffsets(latest).all(), "read offsets of " + topic.name())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    private static void requireAll(Topics topics, Map<String, Integer> live) {
        String missing = topics.all().stream()
                .map(Topic::name)
                .filter(name -> !live.containsKey(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new PipelineException("topics are missing: " + missing + ": run 'entente topics apply'");
        }
    }

    private Map<String, Integer> partitions(Topics topics) {
        List<String> names = topics.all().stream().map(Topic::name).toList();
        Map<String, Integer> live = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            try {
                TopicDescription description = future.get();
                live.put(name, description.partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure("describe topic " + name, e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
        return live;
    }

    private Map<ConfigResource, Config> configs(Map<String, Integer> live) {
        List<ConfigResource> resources = live.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return get(admin.describeConfigs(resources).all(), "read topic settings");
    }

    private <T> T get(KafkaFuture<T> future, String what) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(what, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private PipelineException failure(String what, @Nullable Throwable cause) {
        return new PipelineException("cannot " + what + " at " + brokers + ": " + cause, cause);
    }

    private static PipelineException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PipelineException("interrupted", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
