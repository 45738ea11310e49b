package io.entente.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.language.segment.Document;
import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Token;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the mentions of any text, sense or nonsense. */
class MentionProperties {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final List<String> WORDS = List.of(
            "Russia",
            "the",
            "Georgian",
            "foreign",
            "ministry",
            "of",
            "in",
            "Quito",
            "’s",
            ",",
            ".",
            "“",
            "”",
            "-",
            "its",
            "two",
            "sides",
            "President",
            "Putin",
            "al-Sisi",
            "both",
            "neighbour",
            "said",
            "it",
            "he",
            "Jordan",
            "Peele",
            "former",
            "ambassador",
            "to",
            "Congo",
            "U.S.",
            "3-0",
            "goal",
            "deputy",
            "and",
            "\n\n",
            "latter",
            "kingdom",
            "Kim",
            "Jong",
            "Un",
            "they",
            "their",
            "bloc",
            "(",
            ")",
            "Ohio",
            "$",
            "Korea",
            "West",
            "EU",
            "Zog",
            "unit",
            "?");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join(" ", words));
    }

    @Property(tries = 300)
    void everyMentionIsAPieceOfTheTextInOrderAndDisjoint(@ForAll("texts") String text) {
        Document document = new Segmenter().segment(null, text);
        ActorMention before = null;
        for (ActorMention mention :
                GAZETTEER.tag(document, LocalDate.parse("2024-03-01")).mentions()) {
            List<Token> tokens = document.sentences().get(mention.sentence()).tokens();
            assertThat(mention.first()).isLessThan(mention.last());
            assertThat(tokens.get(mention.first()).begin()).isEqualTo(mention.begin());
            assertThat(tokens.get(mention.last() - 1).end()).isEqualTo(mention.end());
            assertThat(mention.text()).isEqualTo(document.text().substring(mention.begin(), mention.end()));
            assertThat(mention.confidence()).isBetween(0.0, 1.0);
            if (before != null) {
                boolean same = mention.begin() == before.begin() && mention.end() == before.end();
                assertThat(same ? mention.code().compareTo(before.code()) > 0 : mention.begin() >= before.end())
                        .isTrue();
            }
            before = mention;
        }
    }

    @Property(tries = 100)
    void theSameTextGivesTheSameMentions(@ForAll("texts") String text) {
        Document document = new Segmenter().segment("A title", text);
        LocalDate day = LocalDate.parse("2020-02-29");
        assertThat(GAZETTEER.tag(document, day)).isEqualTo(GAZETTEER.tag(document, day));
    }
}
