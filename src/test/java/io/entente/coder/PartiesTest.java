package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.ActorKind;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.coder.extract.ExtractorSettings;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Between whom events are found: states and blocs, and on request armed groups and organisations. */
class PartiesTest {
    private static final String RAID = "Hezbollah attacked an Israeli post on Monday.";
    private static final String LOAN = "The IMF condemned Ghana on Monday.";

    private static EnrichedArticle code(String body, ActorKind... further) {
        Set<ActorKind> parties = EnumSet.copyOf(ExtractorSettings.PARTIES);
        parties.addAll(List.of(further));
        ExtractorSettings settings = new ExtractorSettings(List.of("rules"), null, null, parties);
        try (ArticleCoder coder = ArticleCoder.of(Gazetteer.load(), settings)) {
            return coder.code(Article.newBuilder()
                    .setBody(body)
                    .setPublishedAt(Instant.parse("2024-05-06T00:00:00Z"))
                    .build());
        }
    }

    private static List<String> pairs(EnrichedArticle article) {
        return article.getStatements().stream()
                .map(s -> s.getSource() + ">" + s.getTarget() + " " + s.getEvent())
                .toList();
    }

    @Test
    void groupsAreMentionsAndNoPartiesByDefault() {
        EnrichedArticle article = code(RAID);
        assertThat(article.getMentions()).extracting(Mention::getCode).contains("LBNHEZ", "ISR");
        assertThat(pairs(article)).isEmpty();
    }

    @Test
    void groupsArePartiesOnRequest() {
        assertThat(pairs(code(RAID, ActorKind.ARMED_GROUP))).contains("LBNHEZ>ISR ASSAULT");
    }

    @Test
    void organisationsArePartiesOnRequest() {
        assertThat(pairs(code(LOAN))).isEmpty();
        assertThat(pairs(code(LOAN, ActorKind.ORGANISATION))).containsExactly("IMF>GHA ACCUSE");
    }
}
