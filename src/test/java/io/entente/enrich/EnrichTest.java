package io.entente.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrichTest {
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> given = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Enrich.Output out = new Enrich.Output() {
        @Override
        public void enriched(EnrichedArticle article) {
            given.add(article.getId());
        }

        @Override
        public void statement(String key, Statement statement) {
            given.add(key);
            statements.add(statement);
        }

        @Override
        public void tick(Tick tick) {
            given.add(Tick.KEY + " " + tick.watermark());
        }
    };

    private static Enrich enrich(Coder coder) {
        PartitionClock clock = new PartitionClock(0, 1, ClockSettings.DATA, LogEnd.REACHED, new MemoryTables(), NOW);
        return new Enrich(coder, Duration.ofHours(1), clock);
    }

    private static Article article(String id, Instant publishedAt, String body) {
        return Article.newBuilder()
                .setId(id)
                .setOutlet("Desk")
                .setBody(body)
                .setPublishedAt(publishedAt)
                .build();
    }

    private static RefusedArticle refusal(Coder coder, Article article) {
        return catchThrowableOfType(RefusedArticle.class, () -> enrich(coder).code(article, NOW));
    }

    @Test
    void givesTheArticleThenItsStatementsThenTheTickThatCoversThem() throws RefusedArticle {
        Enrich enrich = enrich(CODER);
        for (String id : List.of("a1", "a2", "a3")) {
            enrich.accept(enrich.code(article(id, NOON, "Peru thanked Chile."), NOW), NOW, out);
        }

        assertThat(given)
                .containsExactly(
                        "Desk/a1", "CHL-PER", "Desk/a2", "CHL-PER", "Desk/a3", "CHL-PER", Tick.KEY + " " + NOON);
        assertThat(statements.get(1).getWatermark())
                .as("before the clock has started")
                .isEmpty();
        assertThat(statements.get(2).getWatermark()).hasValue(NOON);
    }

    @Test
    void ticksWhenItIsLookedAt() throws RefusedArticle {
        Enrich enrich = enrich(CODER);
        enrich.accept(enrich.code(article("a1", NOON, "It rained."), NOW), NOW, out);
        enrich.poll(NOW, out);
        enrich.poll(NOW, out);

        assertThat(given).containsExactly("Desk/a1", Tick.KEY + " null");
    }

    @Test
    void refusesWhatCannotBeUsedAndSaysWhatIsWrong() {
        RefusedArticle empty = refusal(CODER, article("a1", NOON, " "));
        assertThat(empty.fault()).isEqualTo(RefusedArticle.Fault.VALUE);
        assertThat(empty).hasMessageContaining("'body' is empty");

        RefusedArticle old = refusal(CODER, article("a1", Instant.parse("1066-10-14T00:00:00Z"), "It rained."));
        assertThat(old.fault()).isEqualTo(RefusedArticle.Fault.DATE);
        assertThat(refusal(CODER, article("a1", NOW.plus(Duration.ofHours(2)), "It rained."))
                        .fault())
                .isEqualTo(RefusedArticle.Fault.DATE);
    }

    @Test
    void anErrorOfTheCoderCostsOneArticleHoweverItFails() {
        Coder broken = article -> {
            throw new IllegalStateException("a bug");
        };
        Coder deep = new Coder() {
            @Override
            public EnrichedArticle code(Article article) {
                return code(article);
            }
        };

        for (Coder coder : List.of(broken, deep)) {
            RefusedArticle refusal = refusal(coder, article("a1", NOON, "It rained."));
            assertThat(refusal.fault()).isEqualTo(RefusedArticle.Fault.CODER);
            assertThat(refusal).hasMessageContaining("the coder failed");
        }
    }
}
