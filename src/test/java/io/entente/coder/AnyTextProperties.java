package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, the coder ends, throws nothing, says the same twice, and its offsets lie in the text. */
class AnyTextProperties {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());
    private static final String[] PIECES = {
        "Russia", "China's", "the foreign ministry", "said", "that", "which", ",", ".", "\"", "“", "”", "’", "(", ")",
                "accused", "of",
        "bombing", "and", "Iran", "the two sides", "met", "was", "not", "by", "will", "to", "lift", "sanctions", "on",
                "U.S.", "-", "led",
        "it", "its", "whose", "talks", "between", "\n\n", "\n", "after", "if", "3.5", "refused", "—", "&amp;", "<p>",
                "says", "İstanbul",
        "\uD83D\uDE00", "\u202E", "e\u0301", "threatened", "with", "each other", "who", "in 1999", "must", ";", ":",
                "have", "been"
    };

    @Property(tries = 300)
    void anyString(@ForAll String text) {
        check(text);
    }

    @Property(tries = 400)
    void anyOrderOfWords(@ForAll("scrambled") String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> scrambled() {
        return Arbitraries.of(PIECES).list().ofMaxSize(80).map(pieces -> String.join(" ", pieces));
    }

    private static void check(String text) {
        EnrichedArticle coded = code(text);
        assertThat(code(text)).isEqualTo(coded);
        for (Statement statement : coded.getStatements()) {
            assertThat(statement.getSource()).isNotEqualTo(statement.getTarget());
            assertThat(text.substring(statement.getTriggerBegin(), statement.getTriggerEnd()))
                    .isEqualTo(statement.getTrigger());
            assertThat(text.substring(statement.getBegin(), statement.getEnd())).isEqualTo(statement.getSentence());
            assertThat(statement.getSentiment()).isBetween(-1.0, 1.0);
            assertThat(statement.getConfidence()).isBetween(0.0, 1.0);
        }
        assertThat(List.copyOf(coded.getMentions()))
                .allSatisfy(m -> assertThat(m.getText()).isNotEmpty());
    }

    private static EnrichedArticle code(String text) {
        return CODER.code(Texts.article(text));
    }
}
