package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.CollectorReport;
import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.Lateness;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.replay.Replay;
import io.entente.replay.ReplaySink;
import io.entente.serve.ChangeFeed.Arrival;
import io.entente.serve.http.Access;
import io.entente.serve.http.WebServer;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.ReadModelStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard over the real coder and the real cores, in one process without Kafka: articles go in, pages and live messages come out.
 */
public final class DashboardFixture implements AutoCloseable {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final ArticleCoder CODER = ArticleCoder.of(GAZETTEER);

    private final Clock clock = Clock.systemUTC();
    private final Metrics metrics = new Metrics();
    private final ReadModel model;
    private final Live live = new Live();
    private final CollectorStatus collectors;
    private final ChangeFeed news;
    private final Api api;
    private final WebServer web;
    private final Replay replay;

    /** @param folder for the read model */
    public DashboardFixture(Path folder) {
        Settings settings = Settings.load(Map.of(), Map.of(), null);
        ActorLabels names = ActorLabels.of(GAZETTEER);
        Views views = new Views(names);
        this.model = new ReadModel(folder, new ReadModel.Limits(Duration.ofDays(90), 10_000, 10_000));
        this.collectors = new CollectorStatus(clock);
        Lateness lateness = new Lateness(settings.grace());
        Flow flow = new Flow(metrics.registry(), lateness, clock);
        this.news = new ChangeFeed(live, views, model, flow, clock);
        this.api = new Api(model, new Stages(), live, coders(), names, this::attention, lateness, clock);
        this.web = WebServer.start("127.0.0.1", 0, Access.of("127.0.0.1", Optional.empty()), api);
        this.replay = new Replay(
                coder(),
                settings.clock(),
                settings.relate(),
                AlertPolicies.builtIn(),
                clock.instant(),
                new Sink(),
                refusal -> {
                    throw new AssertionError(refusal);
                });
    }

    private static Coders coders() {
        return new Coders(
                CODER,
                extractors -> ArticleCoder.of(
                        GAZETTEER, new ExtractorSettings(extractors, null, null, ExtractorSettings.PARTIES)));
    }

    /** Takes each article as it is coded, as the follower of {@code articles.enriched} does. */
    private Coder coder() {
        return article -> {
            var enriched = CODER.code(article);
            synchronized (model) {
                model.article(enriched);
                news.article(arrival(enriched.getId()), enriched);
            }
            return enriched;
        };
    }

    private Arrival arrival(String key) {
        return new Arrival(key, clock.instant(), true);
    }

    /** What somebody wishes of alerts, to the pages, too. */
    void attention(String key, io.entente.avro.@Nullable Attention wish) {
        model.attention(key, wish);
        news.attention(arrival(key), wish);
    }

    /** Sends articles through, and what comes of them to the pages that are open. */
    public void feed(List<Article> articles) {
        replay.accept(articles);
        replay.drain();
        live.flush();
        live.send("status", api.status().describe());
    }

    /** What the feed does not have, straight into the read model. */
    ReadModel model() {
        return model;
    }

    /** An event that no article says, to the pages, too. */
    void event(Event event) {
        String key = event.getPair() + "|" + event.getId();
        model.event(key, event);
        news.event(arrival(key), event);
        live.flush();
    }

    /** What a collector says of itself, so long ago, to the pages, too. */
    void collector(CollectorReport report, Duration ago) {
        collectors.take(report.getId(), clock.instant().minus(ago), report);
        live.send("status", api.status().describe());
    }

    /** An alert, to the pages, too. */
    void alert(Alert alert) {
        String key = alert.getPair() + "|" + alert.getId();
        news.alert(arrival(key), alert, model.alert(key, alert));
    }

    public String url() {
        return web.url() + "/";
    }

    @Override
    public void close() {
        live.close();
        web.close();
        model.close();
        metrics.close();
    }

    /** What RELATE and ALERT publish goes where SERVE's follower would take it. */
    private final class Sink implements ReplaySink {
        @Override
        public void statement(Statement statement) {
            model.statement(statement);
        }

        @Override
        public void event(String key, @Nullable Event event) {
            model.event(key, event);
            news.event(arrival(key), event);
        }

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {
            model.window(Granularity.HOUR, key, window);
        }

        @Override
        public void daily(String key, @Nullable RelationWindow window) {
            model.window(Granularity.DAY, key, window);
            news.daily(arrival(key), window);
        }

        @Override
        public void alert(String key, Alert alert) {
            news.alert(arrival(key), alert, model.alert(key, alert));
        }

        @Override
        public void frozen(Instant horizon) {
            // The read model forgets by itself.
        }
    }

    /** Stages that are well. */
    private final class Stages implements ReadModelStatus {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public void describe(ObjectNode status) {
            status.putObject("reading").put("records", 0).put("remaining", 0).put("unreadable", 0);
            var stages = status.putArray("stages");
            for (String stage : List.of("ENRICH", "RELATE", "ALERT")) {
                stages.addObject()
                        .put("stage", stage)
                        .put("state", "STABLE")
                        .put("members", 1)
                        .put("lag", 0)
                        .put("perSecond", 1.5);
            }
            news.describe(status);
            collectors.describe(status);
        }
    }
}
