package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Article;
import io.entente.clock.ClockSettings;
import io.entente.clock.Tick;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LateArticlesTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    private final LateArticles late = new LateArticles(ClockSettings.DATA);

    private static Article article(int number, Instant published) {
        return Article.newBuilder()
                .setId("a" + number)
                .setOutlet(number % 2 == 0 ? "North Wire" : "Lake Herald")
                .setBody("Peru thanked Chile.")
                .setPublishedAt(published)
                .build();
    }

    @Test
    void olderThanTheGraceBeforeWhatTheStagesHaveComeTo() {
        late.reached(new Tick(0, 2, NOON, NOON, false));
        late.reached(new Tick(1, 2, NOON.plusSeconds(3600), NOON, false));
        late.reached(new Tick(0, 2, null, null, false));
        assertThat(late.add(article(1, NOON.minus(Duration.ofDays(3))))).isFalse();
        assertThat(late.add(article(2, NOON.minus(Duration.ofDays(3)).minusSeconds(1))))
                .isTrue();
        assertThat(late.count()).isEqualTo(1);
        assertThat(late.reached()).isEqualTo(NOON);
    }

    @Test
    void olderThanTheGraceBeforeWhatWasSentJustBefore() {
        for (int i = 0; i < 6; i++) {
            assertThat(late.add(article(i, NOON.plus(Duration.ofHours(i))))).isFalse();
        }
        assertThat(late.add(article(6, NOON.plus(Duration.ofDays(2000)))))
                .as("one wrong date")
                .isFalse();
        assertThat(late.add(article(7, NOON.minus(Duration.ofDays(1))))).isFalse();
        assertThat(late.add(article(8, NOON.minus(Duration.ofDays(4))))).isTrue();
        assertThat(late.reached()).isNull();
    }
}
