package io.entente.pipeline;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/** Stages in this process: sooner there than a {@link ChildRun}, for tests that stop them in good order. */
final class LocalRun implements AutoCloseable {
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());

    private final Settings settings;
    private final Pipeline pipeline;

    private LocalRun(Settings settings, Pipeline pipeline) {
        this.settings = settings;
        this.pipeline = pipeline;
    }

    /** All stages. */
    static LocalRun start(Settings settings) throws InterruptedException {
        return start(settings, EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT));
    }

    static LocalRun start(Settings settings, Collection<Stage> stages) throws InterruptedException {
        return start(settings, stages, CODER);
    }

    static LocalRun start(Settings settings, Collection<Stage> stages, Coder coder) throws InterruptedException {
        Pipeline pipeline = Pipeline.start(settings, stages, coder, AlertPolicies.builtIn());
        pipeline.awaitReady(Duration.ofMinutes(2));
        return new LocalRun(settings, pipeline);
    }

    /** Waits until {@code articles} have become alerts. */
    void awaitThrough(List<Article> articles) {
        Instant newest = articles.stream()
                .map(Article::getPublishedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        Topics topics = pipeline.topics();
        new Completion(settings, topics, settings.pairPartitions()).await(newest, Duration.ofMinutes(3), () -> {
            pipeline.requireNoFailure();
            return true;
        });
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
