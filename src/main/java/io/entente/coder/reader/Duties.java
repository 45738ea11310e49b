package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import io.entente.actor.TaggedDocument;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.NameMarks;
import io.entente.language.Clause;
import io.entente.language.ClauseParser;
import io.entente.language.Modality;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.List;

/** Finds what somebody should do and has not done ("ought to expel"): the news that the reader learned from has little of it. */
final class Duties {
    private final TaggedDocument document;
    private final ClauseParser parser;

    Duties(TaggedDocument document, ClauseParser parser) {
        this.document = document;
        this.parser = parser;
    }

    /** Whether the trigger of {@code event} is a verb that says a duty. */
    boolean has(CodedEvent event) {
        Sentence sentence = document.document().sentences().get(event.sentence());
        List<ActorMention> mentions = document.mentions().stream()
                .filter(mention -> mention.sentence() == event.sentence())
                .toList();
        int trigger = token(sentence, event.triggerBegin());
        for (Clause clause :
                parser.parse(sentence, NameMarks.of(sentence, mentions)).clauses()) {
            if (clause.modality() == Modality.DUTY && clause.first() <= trigger && trigger < clause.last()) {
                return true;
            }
        }
        return false;
    }

    private static int token(Sentence sentence, int offset) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() > offset) {
                return i;
            }
        }
        return -1;
    }
}
