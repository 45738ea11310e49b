package io.entente.replay;

import io.entente.alert.policy.AlertPolicy;
import io.entente.article.Articles;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.FeedClock;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.Coder;
import io.entente.enrich.Enrich;
import io.entente.enrich.OtherLanguage;
import io.entente.enrich.RefusedArticle;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs ENRICH, RELATE and ALERT over a feed of any length: the same cores in the same order as with a broker whose {@code articles} has one
 * partition. The same articles in the same order give the same results; only the coding is spread over the processors, a batch ahead. For one thread.
 */
public final class Replay {
    private static final Instant NO_CLOCK = Instant.EPOCH;
    private static final CompletableFuture<List<Coded>> NOTHING = CompletableFuture.completedFuture(List.of());

    private final RelateSettings settings;
    private final Instant arrival;
    private final Enrich enrich;
    private final FeedClock feedClock;
    private final Relate relate;
    private final AlertStage alerts;
    private final ReplaySink sink;
    private final Consumer<String> refusals;
    private final ReplayCounts counts;
    private final Following following = new Following();
    private CompletableFuture<List<Coded>> coding = NOTHING;

    /**
     * @param arrival when the articles count as having arrived: what is dated later is refused
     * @param sink receives the results
     * @param refusals receives why an article cannot be used
     */
    public Replay(
            Coder coder,
            ClockSettings clocks,
            RelateSettings settings,
            AlertPolicy policy,
            Instant arrival,
            ReplaySink sink,
            Consumer<String> refusals) {
        this.settings = settings;
        this.arrival = arrival;
        MemoryTables tables = new MemoryTables();
        PartitionClock clock = new PartitionClock(0, 1, clocks, LogEnd.REACHED, tables, NO_CLOCK);
        this.enrich = new Enrich(coder, clocks.future(), clock);
        this.feedClock = new FeedClock(tables, FeedClock.table("relate-clock"));
        this.counts = new ReplayCounts(clock);
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
        List<Article> taken = List.copyOf(articles);
        CompletableFuture<List<Coded>> next = CompletableFuture.supplyAsync(
                () -> taken.parallelStream().map(this::code).toList());
        takeCoded();
        coding = next;
    }

    /** Takes to their end the articles accepted so far, and publishes what has changed, as RELATE soon does. */
    public void drain() {
        takeCoded();
        relate.publish(alerts);
    }

    private void takeCoded() {
        List<Coded> coded = coding.join();
        coding = NOTHING;
        coded.forEach(this::accept);
    }

    private record Coded(Article article, @Nullable EnrichedArticle enriched, @Nullable RefusedArticle refusal) {}

    private Coded code(Article article) {
        try {
            return new Coded(article, enrich.code(article, arrival), null);
        } catch (RefusedArticle e) {
            return new Coded(article, null, e);
        }
    }

    private void accept(Coded coded) {
        if (coded.refusal() != null) {
            counts.refuse();
            refusals.accept(
                    Articles.id(coded.article()) + ": " + coded.refusal().getMessage());
        } else if (coded.enriched() != null) {
            OtherLanguage.declared(coded.article(), coded.enriched())
                    .ifPresent(declared -> counts.otherLanguageThanDeclared());
            enrich.accept(coded.enriched(), NO_CLOCK, following);
        }
    }

    /** Ends the feed: its last article moves the clock for good. */
    public void finish() {
        takeCoded();
        enrich.poll(NO_CLOCK.plus(Duration.ofDays(1)), following);
        relate.publish(alerts);
    }

    /** What follows ENRICH. */
    private final class Following implements Enrich.Output {
        @Override
        public void enriched(EnrichedArticle article) {
            counts.article(article.getTone().isPresent());
            sink.article(article);
        }

        @Override
        public void statement(String pair, Statement statement) {
            sink.statement(statement);
            try {
                StatementFate outcome = relate.statement(pair, statement, feedClock.watermark());
                counts.statement(outcome);
            } catch (RefusedStatement e) {
                throw new IllegalStateException("the coder gave an impossible statement: " + statement, e);
            }
        }

        @Override
        public void tick(Tick tick) {
            relate.publish(alerts); // a tick follows all that it covers
            if (feedClock.accept(tick, NO_CLOCK)) {
                Instant watermark = feedClock.watermark();
                if (watermark != null) {
                    relate.advance(watermark, alerts);
                    alerts.advance();
                    sink.frozen(watermark.minus(settings.grace()).minus(settings.joinWindow()));
                }
            }
        }
    }
}
