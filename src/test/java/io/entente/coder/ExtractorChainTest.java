package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.coder.extract.ExtractorException;
import io.entente.coder.extract.ExtractorSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractorChainTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Article ARTICLE = Article.newBuilder()
            .setBody("Peru praised Chile. Ecuador condemned Bolivia.")
            .setPublishedAt(Instant.parse("2024-03-01T09:00:00Z"))
            .build();

    private static ArticleCoder coder(String... extractors) {
        return ArticleCoder.of(
                GAZETTEER, new ExtractorSettings(List.of(extractors), null, null, ExtractorSettings.PARTIES));
    }

    private static List<String> found(EnrichedArticle article) {
        return article.getStatements().stream()
                .map(s -> s.getSource() + " " + s.getTarget() + " " + s.getRule())
                .toList();
    }

    @Test
    void aLaterExtractorCorrectsWhatAnEarlierOneFound() {
        assertThat(found(coder("rules").code(ARTICLE))).containsExactly("PER CHL clause", "ECU BOL clause");
        assertThat(found(coder("rules", "cautious").code(ARTICLE))).containsExactly("PER CHL clause", "CHL PER mirror");
    }

    @Test
    void theOrderIsTheUsers() {
        assertThat(found(coder("cautious", "rules").code(ARTICLE)))
                .isEqualTo(found(coder("rules").code(ARTICLE)));
    }

    @Test
    void withoutRulesThereIsNoToneAndNoTargetedCoding() {
        ArticleCoder cautious = coder("cautious");
        assertThat(cautious.code(ARTICLE).getTone()).isEmpty();
        assertThatThrownBy(() -> cautious.toward(ARTICLE, "CHL"))
                .isInstanceOf(ExtractorException.class)
                .hasMessageContaining("add 'rules'");
    }

    @Test
    void anUnknownExtractorIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> coder("oracle"))
                .isInstanceOf(ExtractorException.class)
                .hasMessage(
                        "entente.coder: there is no extractor 'oracle'; there are cautious, reader, rules: name one or several, separated by commas");
    }
}
