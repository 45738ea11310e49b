package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.coder.ArticleCoder;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage whose changelog is deleted under it waits for it for ever. */
class HungStageIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void aStageThatHangsIsNotReadyAndEndsInTheEnd(@TempDir Path folder) throws Exception {
        try (Cluster cluster = new Cluster(folder)) {
            Settings settings = cluster.settings("hung", 1, 1, Map.of("entente.hung", "PT12S"));
            Topics topics = Cluster.topics(settings);
            try (Pipeline pipeline = Pipeline.start(
                    settings, EnumSet.allOf(Stage.class), ArticleCoder.of(Gazetteer.load()), AlertPolicies.builtIn())) {
                pipeline.awaitReady(LIMIT);
                Cluster.publish(settings, topics, Cluster.sampleFeed().subList(0, 10));
                await().atMost(LIMIT).until(() -> !changelogs(settings).isEmpty());
                delete(settings);
                Cluster.publish(settings, topics, Cluster.sampleFeed().subList(10, 40));

                await().atMost(LIMIT).until(() -> !pipeline.ready());
                await().atMost(LIMIT).until(pipeline::stopRequested);
                assertThat(pipeline.alive()).isFalse();
                assertThatThrownBy(pipeline::requireNoFailure).hasMessageContaining("RELATE");
            }
        }
    }

    private static List<String> changelogs(Settings settings) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            String head = settings.applicationId(Stage.RELATE.name()) + "-";
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(head) && name.endsWith("-changelog"))
                    .toList();
        }
    }

    private static void delete(Settings settings) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            admin.deleteTopics(changelogs(settings)).all().get();
        }
    }
}
