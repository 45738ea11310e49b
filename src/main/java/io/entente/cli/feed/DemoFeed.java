package io.entente.cli.feed;

import io.entente.article.Articles;
import io.entente.article.form.ReadOptions;
import io.entente.avro.Article;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Progress;
import io.entente.config.Settings;
import io.entente.pipeline.Pipeline;
import io.entente.pipeline.TopicReader;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The demo's articles: those of a file, or of the sample feed, at a pace. */
public final class DemoFeed {
    private static final String SAMPLE = "sample-feed.jsonl";

    private final PrintWriter err;
    private final @Nullable Path feed;
    private final double speed;

    /**
     * @param feed its articles; null for the sample feed
     * @param speed days of the feed a second, above 0
     */
    public DemoFeed(PrintWriter err, @Nullable Path feed, double speed) {
        this.err = err;
        this.feed = feed;
        this.speed = speed;
    }

    /** Publishes what is not there yet; returns the event time of the newest article that can be accepted, null if there is none. */
    public @Nullable Instant publish(Settings settings, Topics topics, Pipeline pipeline) {
        Set<String> known = new HashSet<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(
                    List.of(topics.articles()),
                    new TopicReader.Start.Beginning(),
                    record -> known.add(
                            new String(record.key() == null ? new byte[0] : record.key(), StandardCharsets.UTF_8)));
        }
        Inputs inputs = new Inputs(err, ReadOptions.NONE);
        Progress progress = new Progress(err, "articles sent");
        Pace pace = new Pace(speed, time -> Thread.sleep(time.toMillis()));
        Newest newest = new Newest(Instant.now().plus(settings.clock().future()));
        try (Publisher publisher = new Publisher(settings, topics, false)) {
            readFeed(inputs, article -> {
                newest.see(article);
                if (!known.contains(Articles.id(article)) && isDue(pace, article, pipeline)) {
                    publisher.send(article);
                    progress.step();
                }
            });
            publisher.flush();
            progress.end();
            err.println(Counted.of(publisher.acknowledged(), "article") + " published, " + known.size()
                    + " were there, " + inputs.refused() + " refused");
            err.flush();
        }
        return newest.time;
    }

    /** False when the demo is to end. */
    private static boolean isDue(Pace pace, Article article, Pipeline pipeline) {
        try {
            return pace.await(article.getPublishedAt(), () -> {
                pipeline.requireNoFailure();
                return !pipeline.stopRequested();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void readFeed(Inputs inputs, Consumer<Article> sink) {
        if (feed != null) {
            inputs.readSorted(List.of(feed.toString()), sink);
            return;
        }
        try (InputStream sample =
                Objects.requireNonNull(DemoFeed.class.getResourceAsStream("/io/entente/cli/" + SAMPLE))) {
            inputs.read(SAMPLE, sample, sink);
        } catch (IOException e) {
            throw new UserError("cannot read the sample feed: " + e, e);
        }
    }

    /** Keeps the newest possible event time. */
    private static final class Newest {
        private final Instant limit;
        private @Nullable Instant time;

        Newest(Instant limit) {
            this.limit = limit;
        }

        void see(Article article) {
            Instant published = article.getPublishedAt();
            if (!published.isAfter(limit) && (time == null || published.isAfter(time))) {
                time = published;
            }
        }
    }
}
