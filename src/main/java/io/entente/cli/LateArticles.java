package io.entente.cli;

import io.entente.article.Articles;
import io.entente.avro.Article;
import io.entente.clock.ArticleDate;
import io.entente.clock.ClockSettings;
import io.entente.clock.Lateness;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.store.MemoryTables;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the articles that are being published come too late: older, by more than the grace, than what the stages have come to, or than
 * what was published just before. For one thread.
 */
final class LateArticles {
    private final Lateness lateness;
    private final PartitionClock sent;
    private final Map<Integer, Instant> reached = new TreeMap<>();
    private long count;

    LateArticles(ClockSettings settings) {
        this.lateness = new Lateness(settings.grace());
        this.sent = new PartitionClock(0, 1, settings, LogEnd.REACHED, new MemoryTables(), Instant.EPOCH);
    }

    /** Takes a tick of {@code events}, the newest of each partition last. */
    void reached(Tick tick) {
        if (tick.watermark() != null) {
            reached.put(tick.partition(), tick.watermark());
        }
    }

    /** How far the stages have come; null while nobody knows. */
    @Nullable
    Instant reached() {
        return reached.values().stream().min(Instant::compareTo).orElse(null);
    }

    /** Takes the next article that is sent; whether it is too late. */
    boolean add(Article article) {
        Instant published = article.getPublishedAt();
        boolean late = lateness.isLate(published, reached()) || lateness.isLate(published, sent.watermark());
        sent.accept(new ArticleDate(Articles.id(article), article.getOutlet().orElse(""), published), Instant.EPOCH);
        count += late ? 1 : 0;
        return late;
    }

    /** How many there were. */
    long count() {
        return count;
    }
}
