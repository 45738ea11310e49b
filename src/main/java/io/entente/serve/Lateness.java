package io.entente.serve;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came too late.
 *
 * @param grace older than event time less this, an article changes nothing in events and relations
 */
record Lateness(Duration grace) {

    /** The event time at which an article with statements came too late; empty if it did not, or if nobody knows. */
    Optional<Instant> of(EnrichedArticle article) {
        return article.getStatements().stream().filter(this::isLate).findFirst().flatMap(Statement::getWatermark);
    }

    private boolean isLate(Statement statement) {
        return statement
                .getWatermark()
                .map(watermark -> statement.getPublishedAt().isBefore(watermark.minus(grace)))
                .orElse(false);
    }
}
