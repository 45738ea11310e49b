package io.entente.alert;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.Tick;
import io.entente.coder.ArticleCoder;
import io.entente.relation.RefusedStatement;
import io.entente.relation.Relate;
import io.entente.relation.RelateSettings;
import io.entente.store.MemoryTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole chain without Kafka: articles are coded, related and alerted on, with watermarks as a single partition gives them. */
final class Chain implements Output, Relate.Output {
    final List<Alert> all = new ArrayList<>();
    final Map<String, Alert> last = new HashMap<>();
    private final Map<String, List<Statement>> coded;
    private final Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
    private final PairAlerts alerts = new PairAlerts(AlertPolicies.builtIn(), new MemoryTables());
    private final FeedAlerts feed = new FeedAlerts(AlertPolicies.builtIn(), new MemoryTables());
    private Instant watermark;
    private Instant feedStart;

    private Chain(Map<String, List<Statement>> coded) {
        this.coded = coded;
    }

    /** Articles of a feed that is part of the project. */
    static List<Article> sampleFeed() {
        List<Article> articles = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(Chain.class.getResourceAsStream("/io/entente/cli/sample-feed.jsonl"))) {
            articles.addAll(new ArticleReader().readAll("sample", in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return articles;
    }

    /** Codes articles once, for many runs. */
    static Map<String, List<Statement>> code(List<Article> articles) {
        ArticleCoder coder = ArticleCoder.of(Gazetteer.load());
        Map<String, List<Statement>> coded = new HashMap<>();
        for (Article article : articles) {
            coded.put(article.getId().orElseThrow(), coder.code(article).getStatements());
        }
        return coded;
    }

    /** Runs articles in the order given, then lets time pass. */
    static Chain run(Map<String, List<Statement>> coded, List<Article> articles, Instant end) {
        Chain chain = new Chain(coded);
        articles.forEach(chain::take);
        chain.tick(end);
        return chain;
    }

    private void take(Article article) {
        Instant at = article.getPublishedAt();
        watermark = watermark == null || at.isAfter(watermark) ? at : watermark;
        feedStart = feedStart == null || at.isBefore(feedStart) ? at : feedStart;
        for (Statement statement : coded.get(article.getId().orElseThrow())) {
            Statement stamped =
                    Statement.newBuilder(statement).setWatermark(watermark).build();
            String one = stamped.getSource();
            String other = stamped.getTarget();
            try {
                relate.statement(Told.pair(one, other), stamped, watermark);
            } catch (RefusedStatement refused) {
                throw new IllegalStateException(refused);
            }
        }
        tick(watermark);
    }

    private void tick(Instant to) {
        relate.publish(this);
        relate.advance(to, this);
        alerts.advance(to, feedStart, this);
        feed.tick(new Tick(0, 1, to, feedStart, false), this);
    }

    @Override
    public void event(String key, Event event) {
        alerts.event(key, event, watermark, feedStart, this);
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {}

    @Override
    public void daily(String key, @Nullable RelationWindow window) {}

    @Override
    public void alert(String key, Alert alert) {
        if (alert == null) {
            last.remove(key);
        } else {
            all.add(alert);
            last.put(key, alert);
        }
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        feed.article(articleId, publishedAt, leads, this);
    }
}
