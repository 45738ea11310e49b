package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Lateness lateness = new Lateness(Duration.ofDays(3));

    private static EnrichedArticle article(Instant publishedAt, @Nullable Instant watermark) {
        return EnrichedArticle.newBuilder(Sample.article("a"))
                .setPublishedAt(publishedAt)
                .setStatements(List.of())
                .setWatermark(watermark)
                .build();
    }

    @Test
    void anArticleWithoutStatementsIsLateToo() {
        assertThat(lateness.of(article(NOON.minus(Duration.ofDays(4)), NOON))).contains(NOON);
        assertThat(lateness.of(article(NOON.minus(Duration.ofDays(3)), NOON))).isEmpty();
        assertThat(lateness.of(article(NOON.minus(Duration.ofDays(4)), null))).isEmpty();
    }

    @Test
    void whereTheArticleDoesNotSayItsStatementsDo() {
        Statement statement = Statement.newBuilder(Sample.statement("s", "IND", "PAK", NOON))
                .setWatermark(NOON)
                .build();
        EnrichedArticle coded = EnrichedArticle.newBuilder(article(NOON.minus(Duration.ofDays(4)), null))
                .setStatements(List.of(statement))
                .build();

        assertThat(lateness.of(coded)).contains(NOON);
    }
}
