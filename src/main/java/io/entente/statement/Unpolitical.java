package io.entente.statement;

import io.entente.language.Sentence;
import io.entente.language.Token;

/** Tells sentences about sport, markets, weather and the stage, where countries "beat", "attack" and "sink" nobody. */
final class Unpolitical {
    private final EventLexicon lexicon;

    Unpolitical(EventLexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean sentence(Sentence sentence) {
        int sport = 0;
        int market = 0;
        int stage = 0;
        for (Token token : sentence.tokens()) {
            String word = token.lower();
            if (lexicon.in("politics", word)) {
                return false;
            }
            sport += lexicon.in("sport", word) ? 1 : 0;
            market += lexicon.in("market", word) ? 1 : 0;
            stage += lexicon.in("stage", word) ? 1 : 0;
        }
        return sport > 0 || market > 1 || stage > 0;
    }
}
