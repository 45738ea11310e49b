package io.entente.enrich;

import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ArticleDate;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.Coder;
import io.entente.relation.Pair;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stage ENRICH without Kafka: checks and codes the articles of one partition, keeps its clock, and stamps each statement with the watermark
 * at which it came. Coding can run ahead on other threads; all else is for one thread.
 */
public final class Enrich {

    /** Where the results go. */
    public interface Output {
        /** An article with what was found in it. */
        void enriched(EnrichedArticle article);

        /** One of its statements, after the article. {@code key} is the statement's pair. */
        void statement(String key, Statement statement);

        /** How far event time has come, after the statements that it covers. */
        void tick(Tick tick);
    }

    private final Coder coder;
    private final Duration future;
    private final PartitionClock clock;

    /**
     * @param future how far after its arrival an article may be dated
     * @param clock of the articles' partition
     */
    public Enrich(Coder coder, Duration future, PartitionClock clock) {
        this.coder = coder;
        this.future = future;
        this.clock = clock;
    }

    /** The clock of the articles' partition. */
    public PartitionClock clock() {
        return clock;
    }

    /**
     * Checks and codes an article; for any thread.
     *
     * @param arrival when it arrived
     * @return what {@link #accept} takes
     * @throws RefusedArticle if it cannot be used. An error of the coder is one, since ENRICH keeps nothing of an article but its date: it
     *     costs this article only
     */
    public EnrichedArticle code(Article article, Instant arrival) throws RefusedArticle {
        check(article, arrival);
        try {
            return coder.code(article);
        } catch (RuntimeException | StackOverflowError e) {
            throw new RefusedArticle(
                    RefusedArticle.Fault.CODER,
                    "the coder failed (" + e + "): report it with this article, then replay it");
        }
    }

    private void check(Article article, Instant arrival) throws RefusedArticle {
        try {
            Articles.validate(article);
        } catch (InvalidArticle e) {
            boolean early = article.getPublishedAt().isBefore(Instant.EPOCH);
            throw new RefusedArticle(early ? RefusedArticle.Fault.DATE : RefusedArticle.Fault.VALUE, e.getMessage());
        }
        try {
            Articles.validateDate(article, arrival, future);
        } catch (InvalidArticle e) {
            throw new RefusedArticle(RefusedArticle.Fault.DATE, e.getMessage());
        }
    }

    /**
     * Takes a coded article, in the order of the partition.
     *
     * @param now wall-clock time
     */
    public void accept(EnrichedArticle coded, Instant now, Output out) {
        ArticleDate date = new ArticleDate(coded.getId(), coded.getOutlet().orElse(""), coded.getPublishedAt());
        @Nullable Tick due = clock.accept(date, now).orElse(null);
        EnrichedArticle enriched = stamped(coded, clock.watermark());
        out.enriched(enriched);
        for (Statement statement : enriched.getStatements()) {
            out.statement(Pair.of(statement.getSource(), statement.getTarget()).toString(), statement);
        }
        if (due != null) {
            out.tick(due);
        }
    }

    /**
     * Looks whether a tick is due.
     *
     * @param now wall-clock time
     */
    public void poll(Instant now, Output out) {
        clock.poll(now).ifPresent(out::tick);
    }

    /** A builder would copy all mentions. */
    private static EnrichedArticle stamped(EnrichedArticle coded, @Nullable Instant watermark) {
        return new EnrichedArticle(
                coded.getId(),
                coded.getUrl().orElse(null),
                coded.getOutlet().orElse(null),
                coded.getTitle().orElse(null),
                coded.getBody(),
                coded.getLanguage(),
                coded.getPublishedAt(),
                coded.getFetchedAt().orElse(null),
                coded.getTone().orElse(null),
                coded.getMentions(),
                coded.getStatements().stream()
                        .map(statement -> Statement.newBuilder(statement)
                                .setWatermark(watermark)
                                .build())
                        .toList(),
                coded.getUnresolved(),
                coded.getCoder().orElse(null),
                watermark);
    }
}
