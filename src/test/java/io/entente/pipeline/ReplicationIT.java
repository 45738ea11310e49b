package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.coder.ArticleCoder;
import io.entente.config.Settings;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers and entente.replication=3: everything is kept three times, and one broker may go while the stages work. */
@Tag("long")
class ReplicationIT {
    @TempDir
    private Path folder;

    @Test
    void everyTopicIsReplicatedAndABrokerMayGo() throws Exception {
        try (ThreeBrokers brokers = new ThreeBrokers(folder);
                EmbeddedRegistry registry = EmbeddedRegistry.start(
                        Map.of("bootstrap.servers", brokers.bootstrapServers()),
                        Map.of("min.insync.replicas", "2"),
                        (short) 3,
                        EmbeddedRegistry.LOCAL,
                        0)) {
            Settings settings = Settings.load(
                    Map.of(
                            "bootstrap.servers", brokers.bootstrapServers(),
                            "schema.registry.url", registry.url(),
                            "entente.prefix", "three.",
                            "entente.replication", "3",
                            "entente.partitions.articles", "2",
                            "entente.partitions.pairs", "2",
                            "entente.idle", "PT5S",
                            "entente.state.dir", folder.resolve("state").toString()),
                    Map.of(),
                    null);
            Topics topics = Cluster.topics(settings);
            List<Article> feed = Cluster.sampleFeed();
            try (Pipeline pipeline = Pipeline.start(
                    settings,
                    EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT),
                    ArticleCoder.of(Gazetteer.load()),
                    AlertPolicies.builtIn())) {
                pipeline.awaitReady(Duration.ofMinutes(2));
                Cluster.publish(settings, topics, feed.subList(0, 30));
                assertReplicated(settings, topics);
                brokers.stop(2);
                Cluster.publish(settings, topics, feed.subList(30, feed.size()));
                Instant newest = feed.stream()
                        .map(Article::getPublishedAt)
                        .max(Instant::compareTo)
                        .orElseThrow();
                new Completion(settings, topics, 2).await(newest, Duration.ofMinutes(4), () -> {
                    pipeline.requireNoFailure();
                    return true;
                });
            }
            assertThat(Outputs.read(settings, topics).enriched()).hasSize(feed.size());
            try (TopicAdmin admin = new TopicAdmin(settings)) {
                assertThat(admin.plan(topics).risks()).anyMatch(risk -> risk.contains("fewer replicas in sync"));
            }
        }
    }

    private static void assertReplicated(Settings settings, Topics topics) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
                TopicAdmin plans = new TopicAdmin(settings)) {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> !name.startsWith("__"))
                    .toList();
            assertThat(names)
                    .contains("_schemas", "three.articles", "three.alerts")
                    .anyMatch(name -> name.startsWith("three-relate-") && name.endsWith("-changelog"));
            for (TopicDescription topic :
                    admin.describeTopics(names).allTopicNames().get().values()) {
                assertThat(topic.partitions()).as(topic.name()).allSatisfy(partition -> assertThat(partition.replicas())
                        .hasSize(3));
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
                String inSync = Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                                .all()
                                .get()
                                .get(resource))
                        .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                        .value();
                assertThat(inSync).as(topic.name()).isEqualTo("2");
            }
            assertThat(plans.plan(topics).risks()).isEmpty();
        }
    }
}
