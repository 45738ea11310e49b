package io.entente.statement;

import io.entente.language.Document;
import io.entente.language.Sentence;
import io.entente.language.Token;
import java.util.List;

/** The tone of a whole text: the mean judgement of the words that judge. It says nothing of who is meant. */
final class Tone {
    private static final double SCALE = 10;

    private final EventLexicon lexicon;

    Tone(EventLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** -1 to 1; 0 where no word judges. */
    double of(Document document) {
        double sum = 0;
        int judging = 0;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                double judgement = lexicon.judgement(token.lower());
                if (judgement == 0) {
                    List<VerbEntry> verbs = token.capitalised() ? List.of() : lexicon.verbs(token.lower());
                    judgement = verbs.isEmpty() ? 0 : verbs.get(0).intensity() / SCALE;
                }
                if (judgement != 0) {
                    sum += judgement;
                    judging++;
                }
            }
        }
        return judging == 0 ? 0 : Math.round(sum / (judging + 2) * 1000) / 1000.0;
    }
}
