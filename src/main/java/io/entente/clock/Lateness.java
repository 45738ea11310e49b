package io.entente.clock;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes too late.
 *
 * @param grace what is older than event time less this changes nothing in events and relations
 */
public record Lateness(Duration grace) {

    /**
     * Whether something comes too late.
     *
     * @param watermark the event time at which it comes; null while nobody knows it
     */
    public boolean isLate(Instant published, @Nullable Instant watermark) {
        return watermark != null && published.isBefore(watermark.minus(grace));
    }

    /** The event time at which an article came too late; empty if it did not, or if nobody knows. */
    public Optional<Instant> of(EnrichedArticle article) {
        return article.getWatermark()
                .or(() -> article.getStatements().stream().findFirst().flatMap(Statement::getWatermark))
                .filter(watermark -> isLate(article.getPublishedAt(), watermark));
    }
}
