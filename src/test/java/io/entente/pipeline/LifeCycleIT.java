package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Threads that fail, and stages that stop. */
class LifeCycleIT {
    private static final List<Article> FEED = Cluster.sampleFeed().subList(0, 20);
    private static final Coder SOUND = ArticleCoder.of(Gazetteer.load());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** Codes, but for some articles at which its thread dies: no exception that a stage would expect. */
    private static Coder dyingAt(int first, int last) {
        AtomicInteger number = new AtomicInteger();
        return new Coder() {
            @Override
            public EnrichedArticle code(Article article) {
                int now = number.getAndIncrement();
                if (now >= first && now <= last) {
                    throw new NoClassDefFoundError("the coder's thread dies");
                }
                return SOUND.code(article);
            }
        };
    }

    @Test
    void aThreadThatFailsIsReplacedAndNothingIsLost() throws Exception {
        Settings settings = cluster.settings("replaced", 1, 1);
        Topics topics = Cluster.topics(settings);
        Cluster.publish(settings, topics, FEED);
        try (Pipeline pipeline = start(settings, dyingAt(7, 8))) {
            pipeline.awaitReady(Duration.ofMinutes(1));
            new Completion(settings, topics, 1)
                    .await(FEED.get(FEED.size() - 1).getPublishedAt(), Duration.ofMinutes(2), () -> {
                        pipeline.requireNoFailure();
                        return true;
                    });
        }
        Replayed expected = Replayed.of(FEED, settings);
        Outputs outputs = Outputs.read(settings, topics);
        assertThat(outputs.enriched()).hasSameSizeAs(FEED);
        assertThat(Differences.between(outputs.statements(), expected.statements))
                .isEmpty();
        assertThat(Differences.between(outputs.events(), expected.events)).isEmpty();
    }

    @Test
    void aStageWhoseThreadsKeepFailingStopsAndSaysWhy() throws Exception {
        Settings settings = cluster.settings("stopped", 1, 1);
        Cluster.publish(settings, Cluster.topics(settings), FEED);
        AtomicInteger tries = new AtomicInteger();
        Coder broken = new Coder() {
            @Override
            public EnrichedArticle code(Article article) {
                tries.incrementAndGet();
                throw new NoClassDefFoundError("the coder is broken");
            }
        };
        try (Pipeline pipeline = start(settings, broken)) {
            pipeline.awaitEnd();
            assertThatExceptionOfType(PipelineException.class)
                    .isThrownBy(pipeline::requireNoFailure)
                    .withMessageContaining("ENRICH stopped")
                    .withMessageContaining("Nothing is lost");
        }
        assertThat(tries).hasValue(1 + StageApp.REPLACEMENTS);
    }

    @Test
    void stoppedInGoodOrderItLeavesAtOnceAndCanBeReset() throws Exception {
        Settings settings = cluster.settings("leaves", 1, 4);
        Topics topics = Cluster.topics(settings);
        try (ChildRun run = new ChildRun(settings, folder.resolve("leaves.log"))) {
            Cluster.publish(settings, topics, FEED);
            Cluster.awaitThrough(settings, topics, FEED, run);
            long begin = System.nanoTime();
            assertThat(run.terminate()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
        for (Stage stage : EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT)) {
            try (StageReset reset = new StageReset(settings, topics, stage)) {
                reset.run(); // refused while anybody is in the group
            }
        }
    }

    @Test
    void whoHasReadNothingYetKnowsTheSchemasWhenTheRegistryGoes() throws Exception {
        Settings direct = cluster.settings("alone", 1, 1);
        Topics topics = Cluster.topics(direct);
        new SchemaAdmin(direct, topics).register(Optional.empty());
        try (RegistryGate gate = new RegistryGate(cluster.registryUrl());
                Pipeline pipeline =
                        start(cluster.settings("alone", 1, 1, Map.of("schema.registry.url", gate.url())), SOUND)) {
            pipeline.awaitReady(Duration.ofMinutes(1));
            gate.close();
            Cluster.publish(direct, topics, FEED);
            new Completion(direct, topics, 1)
                    .await(FEED.get(FEED.size() - 1).getPublishedAt(), Duration.ofMinutes(2), () -> {
                        pipeline.requireNoFailure();
                        return true;
                    });
        }
        Outputs outputs = Outputs.read(direct, topics);
        assertThat(outputs.enriched()).hasSameSizeAs(FEED);
        assertThat(Differences.between(outputs.events(), Replayed.of(FEED, direct).events))
                .isEmpty();
    }

    private static Pipeline start(Settings settings, Coder coder) {
        return Pipeline.start(
                settings, EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT), coder, AlertPolicies.builtIn());
    }
}
