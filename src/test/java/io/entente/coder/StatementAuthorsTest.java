package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who says "we" where nobody is quoted. */
class StatementAuthorsTest {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    private static List<String> coded(String title, String body) {
        return CODER
                .code(Article.newBuilder()
                        .setTitle(title)
                        .setBody(body)
                        .setPublishedAt(Instant.parse("2024-05-06T00:00:00Z"))
                        .build())
                .getStatements()
                .stream()
                .map(s -> s.getSource() + ">" + s.getTarget() + " " + s.getEvent())
                .sorted()
                .toList();
    }

    @Test
    void thoseWhoReleaseAStatement() {
        assertThat(coded(
                        "On the crisis",
                        "The following statement was released by the foreign ministers of Peru and Chile.\n\n"
                                + "Begin text:\n\nWe condemn Bolivia and urge it to return to the talks."))
                .contains("CHL>BOL ACCUSE", "PER>BOL ACCUSE");
        assertThat(coded("Joint statement by Kenya and Ghana", "We welcome the decision of Togo."))
                .containsExactly("GHA>TGO SUPPORT", "KEN>TGO SUPPORT");
    }

    @Test
    void thoseWhomWeNames() {
        assertThat(coded("On the crisis", "We, Peru, Chile and Ecuador, share a coast. We condemn Bolivia."))
                .containsExactly("CHL>BOL ACCUSE", "ECU>BOL ACCUSE", "PER>BOL ACCUSE");
    }

    @Test
    void whoeverIsIntroducedWithAColon() {
        assertThat(coded("On the crisis", "Kenya's foreign minister said:\n\nI condemn the attack by Uganda."))
                .contains("KEN>UGA ACCUSE");
    }

    @Test
    void whoeverActsInAnArticleWithoutQuotes() {
        assertThat(coded("On the crisis", "Norway is a donor of aid. We condemn Sudan."))
                .containsExactly("NOR>SDN ACCUSE");
        assertThat(coded("On the crisis", "Norway sent \"help\". We condemn Sudan."))
                .isEmpty();
    }

    @Test
    void nobodyInAnArticleThatNamesNobodyBefore() {
        assertThat(coded("On the crisis", "We condemn Sudan.")).isEmpty();
    }
}
