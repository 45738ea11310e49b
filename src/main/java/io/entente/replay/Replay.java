package io.entente.replay;

import io.entente.alert.AlertPolicy;
import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.FeedClock;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.Coder;
import io.entente.relation.Pair;
import io.entente.relation.RefusedStatement;
import io.entente.relation.Relate;
import io.entente.relation.RelateSettings;
import io.entente.relation.StatementFate;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Runs ENRICH, RELATE and ALERT over a feed of any length: the same cores in the same order as behind a broker whose {@code articles} has one
 * partition. The same articles in the same order give the same results; only the coding is spread over the processors, a batch ahead. For one thread.
 */
public final class Replay {
    private static final Instant NO_CLOCK = Instant.EPOCH;
    private static final CompletableFuture<List<Coded>> NOTHING = CompletableFuture.completedFuture(List.of());

    private final Coder coder;
    private final ClockSettings clocks;
    private final RelateSettings settings;
    private final Instant arrival;
    private final PartitionClock articleClock;
    private final FeedClock feedClock;
    private final Relate relate;
    private final AlertStage alerts;
    private final ReplaySink sink;
    private final Consumer<String> refusals;
    private final ReplayCounts counts = new ReplayCounts();
    private CompletableFuture<List<Coded>> coding = NOTHING;

    /**
     * @param arrival when the articles count as having arrived: what is dated later is refused
     * @param sink receives the results
     * @param refusals told why an article cannot be used
     */
    public Replay(
            Coder coder,
            ClockSettings clocks,
            RelateSettings settings,
            AlertPolicy policy,
            Instant arrival,
            ReplaySink sink,
            Consumer<String> refusals) {
        this.coder = coder;
        this.clocks = clocks;
        this.settings = settings;
        this.arrival = arrival;
        MemoryTables tables = new MemoryTables();
        this.articleClock = new PartitionClock(0, 1, clocks, tables, NO_CLOCK);
        this.feedClock = new FeedClock(tables, FeedClock.table("relate-clock"));
        this.relate = new Relate(settings, tables);
        this.alerts = new AlertStage(policy, feedClock, sink);
        this.sink = sink;
        this.refusals = refusals;
    }

    /** What became of the articles so far. */
    public ReplayCounts counts() {
        return counts;
    }

    /**
     * Takes articles, in the order of the feed. They are coded while those taken before go through the other stages: what they give comes with
     * the next call.
     */
    public void accept(List<Article> articles) {
        List<Article> possible = articles.stream().filter(this::possible).toList();
        CompletableFuture<List<Coded>> next = CompletableFuture.supplyAsync(
                () -> possible.parallelStream().map(this::code).toList());
        drain();
        coding = next;
    }

    /** Takes to their end the articles accepted so far. */
    public void drain() {
        coding.join().forEach(this::accept);
    }

    private boolean possible(Article article) {
        try {
            Articles.validate(article);
            Articles.validateDate(article, arrival, clocks.future());
            return true;
        } catch (InvalidArticle e) {
            refuse(article, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void refuse(Article article, String reason) {
        counts.refuse();
        refusals.accept(Articles.id(article) + ": " + reason);
    }

    /** An article, and what the coder made of it or how it failed. */
    private record Coded(
            Article article,
            @org.jspecify.annotations.Nullable EnrichedArticle enriched,
            @org.jspecify.annotations.Nullable RuntimeException failure) {}

    private Coded code(Article article) {
        try {
            return new Coded(article, coder.code(article), null);
        } catch (RuntimeException e) {
            return new Coded(article, null, e);
        }
    }

    private void accept(Coded coded) {
        if (coded.enriched() == null) {
            refuse(coded.article(), "the coder failed (" + coded.failure() + "): report it with this article");
            return;
        }
        counts.article(coded.enriched().getTone().isPresent());
        Tick tick =
                articleClock.accept(coded.article().getPublishedAt(), NO_CLOCK).orElse(null);
        for (Statement statement : coded.enriched().getStatements()) {
            take(Statement.newBuilder(statement)
                    .setWatermark(articleClock.watermark())
                    .build());
        }
        if (tick != null) {
            advance(tick);
        }
    }

    private void take(Statement statement) {
        sink.statement(statement);
        String pair = Pair.of(statement.getSource(), statement.getTarget()).toString();
        try {
            StatementFate outcome = relate.statement(pair, statement, feedClock.watermark(), alerts);
            counts.statement(outcome);
        } catch (RefusedStatement e) {
            throw new IllegalStateException("the coder gave an impossible statement: " + statement, e);
        }
    }

    private void advance(Tick tick) {
        if (feedClock.accept(tick)) {
            Instant watermark = feedClock.watermark();
            if (watermark != null) {
                relate.advance(watermark);
                alerts.advance();
                sink.frozen(watermark.minus(settings.grace()).minus(settings.joinWindow()));
            }
        }
    }

    /** Ends the feed: its last article moves the clock for good. */
    public void finish() {
        drain();
        coding = NOTHING;
        articleClock.poll(NO_CLOCK.plus(Duration.ofDays(1))).ifPresent(this::advance);
    }
}
