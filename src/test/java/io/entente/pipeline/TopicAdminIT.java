package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.coder.ArticleCoder;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicAdminIT {
    /**
     * A broker tells of a new topic before it can write to it. If a producer's first batch is refused for that, and its second no more, then the
     * first comes out of order for ever: the producer gives it up after two minutes.
     */
    @Test
    void whatIsSentAtOnceToNewTopicsArrives(@TempDir Path folder) throws Exception {
        try (Cluster cluster = new Cluster(folder)) {
            for (int round = 0; round < Integer.getInteger("rounds", 5); round++) {
                Settings settings = cluster.settings("new-" + round, 4, 4);
                Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
                try (KafkaProducer<byte[], byte[]> producer = Cluster.producer(settings);
                        TopicAdmin admin = new TopicAdmin(settings)) {
                    admin.apply(topics);
                    List<Future<RecordMetadata>> sent = new ArrayList<>();
                    for (int i = 0; i < 2_000; i++) {
                        sent.add(producer.send(
                                new ProducerRecord<>(topics.articles().name(), i % 4, new byte[0], new byte[100])));
                    }
                    for (Future<RecordMetadata> record : sent) {
                        assertThat(record.get(20, TimeUnit.SECONDS).offset()).isNotNegative();
                    }
                }
            }
        }
    }

    @Test
    void replicationReachesWhatTheStagesMakeForThemselves(@TempDir Path folder) throws Exception {
        try (Cluster cluster = new Cluster(folder)) {
            Settings one = cluster.settings("replicated", 1, 1);
            Topics topics = Cluster.topics(one);
            Settings two = one.with(Map.of("entente.replication", "2"));
            // One broker cannot hold two replicas: that RELATE is refused its changelogs shows what it asks for.
            try (Pipeline pipeline = Pipeline.start(
                    two, EnumSet.of(Stage.RELATE), ArticleCoder.of(Gazetteer.load()), AlertPolicies.builtIn())) {
                assertThatThrownBy(() -> pipeline.awaitReady(Duration.ofSeconds(60)))
                        .isInstanceOf(PipelineException.class)
                        .hasMessageContaining("changelog")
                        .hasStackTraceContaining("replication factor of 2");
            }
            try (Pipeline pipeline = Pipeline.start(
                    one, EnumSet.of(Stage.RELATE), ArticleCoder.of(Gazetteer.load()), AlertPolicies.builtIn())) {
                pipeline.awaitReady(Duration.ofSeconds(60));
            }
            try (TopicAdmin admin = new TopicAdmin(two)) {
                TopicPlan plan = admin.plan(topics);
                assertThat(plan.internal())
                        .extracting(TopicPlan.Internal::name)
                        .contains("_schemas")
                        .anyMatch(name -> name.startsWith("replicated-relate-") && name.endsWith("-changelog"));
                assertThat(plan.risks())
                        .anyMatch(risk -> risk.startsWith("_schemas has 1 replica"))
                        .anyMatch(
                                risk -> risk.startsWith("replicated-relate-") && risk.contains("lost with its broker"))
                        .anyMatch(risk -> risk.startsWith("replicated.events has 1 replica"));
            }
            try (TopicAdmin admin = new TopicAdmin(one)) {
                assertThat(admin.plan(topics).risks()).isEmpty();
            }
        }
    }
}
