package io.entente.coder.rules.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.actor.Gazetteer;
import io.entente.actor.TaggedDocument;
import io.entente.avro.ActorKind;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.language.ClauseParser;
import io.entente.language.SentenceParse;
import io.entente.language.Words;
import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatedSentenceTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Words WORDS = Words.load();

    @Test
    void anEnvoyToABlocIsNotOneToACountry() {
        assertThat(hosts("Ana Ruiz, Peru's ambassador to the European Union, left."))
                .extracting(Actor::code, actor -> actor.mention().actorKind())
                .contains(tuple("EUU", ActorKind.BLOC));
        assertThat(hosts("Ana Ruiz, Peru's ambassador to Chile, left."))
                .extracting(Actor::code, actor -> actor.mention().actorKind())
                .contains(tuple("CHL", ActorKind.COUNTRY));
    }

    private static List<Actor> hosts(String text) {
        TaggedDocument tagged = GAZETTEER.tag(new Segmenter().segment(null, text), LocalDate.of(2024, 3, 1));
        Sentence sentence = tagged.document().sentences().get(0);
        SentenceParse parse = new ClauseParser(WORDS)
                .parse(sentence, new byte[sentence.tokens().size()]);
        AnnotatedSentence annotated = new AnnotatedSentence(parse, tagged.mentions(), EventLexicon.load(), WORDS);
        return parse.groups().stream()
                .flatMap(group -> annotated.host(group).stream())
                .toList();
    }
}
