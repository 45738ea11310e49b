package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entente.actor.Gazetteer;
import io.entente.alert.AlertPolicies;
import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.statement.Coder;
import io.entente.statement.StatementCoder;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a stage whose threads die of what is no fault of a record. */
class StageFailureIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
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

    @Test
    void aThreadThatDiesIsReplacedAndNothingIsLostOrTwice() throws InterruptedException {
        Settings settings = cluster.settings("hiccup", 1, 1);
        Topics topics = Cluster.topics(settings);
        AtomicInteger deaths = new AtomicInteger(1);
        try (Pipeline pipeline = enrich(settings, deaths)) {
            pipeline.awaitReady(LIMIT);
            List<Article> articles = Cluster.sampleFeed().subList(0, 5);
            Cluster.publish(settings, topics, articles);
            await().dontCatchUncaughtExceptions()
                    .atMost(LIMIT)
                    .until(() -> enriched(settings, topics).size() >= articles.size());
            assertThat(deaths).hasValue(0);
            assertThat(enriched(settings, topics)).hasSize(articles.size());
            pipeline.requireNoFailure();
        }
    }

    @Test
    void aStageWhoseThreadsKeepDyingStopsAndSaysWhy() throws InterruptedException {
        Settings settings = cluster.settings("fault", 1, 1);
        Topics topics = Cluster.topics(settings);
        try (Pipeline pipeline = enrich(settings, new AtomicInteger(Integer.MAX_VALUE))) {
            pipeline.awaitReady(LIMIT);
            Cluster.publish(settings, topics, Cluster.sampleFeed().subList(0, 1));
            await().dontCatchUncaughtExceptions().atMost(LIMIT).until(pipeline::stopRequested);
            assertThatThrownBy(pipeline::requireNoFailure)
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("ENRICH stopped")
                    .hasMessageContaining("Nothing is lost");
        }
    }

    /** ENRICH with a coder that breaks down so many times. */
    private static Pipeline enrich(Settings settings, AtomicInteger deaths) {
        Coder coder = StatementCoder.of(Gazetteer.load());
        return Pipeline.start(
                settings,
                Set.of(Stage.ENRICH),
                article -> {
                    if (deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new StackOverflowError("made up");
                    }
                    return coder.code(article);
                },
                AlertPolicies.builtIn());
    }

    private static List<String> enriched(Settings settings, Topics topics) {
        List<String> ids = new ArrayList<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(
                    List.of(topics.enriched()),
                    new TopicReader.Start.Beginning(),
                    record -> ids.add(new String(record.key(), StandardCharsets.UTF_8)));
        }
        return ids;
    }
}
