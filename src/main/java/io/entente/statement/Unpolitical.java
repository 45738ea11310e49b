package io.entente.statement;

import io.entente.language.Sentence;
import io.entente.language.Token;
import java.util.List;
import java.util.Set;

/** Tells sentences about sport, markets, weather and the stage, where countries "beat", "attack" and "sink" nobody. */
final class Unpolitical {
    private final Set<String> politics;
    private final Set<String> sports;
    private final Set<String> markets;
    private final Set<String> stages;

    Unpolitical(EventLexicon lexicon) {
        this.politics = lexicon.set("politics");
        this.sports = lexicon.set("sport");
        this.markets = lexicon.set("market");
        this.stages = lexicon.set("stage");
    }

    boolean sentence(Sentence sentence) {
        int sport = 0;
        int market = 0;
        int stage = 0;
        for (Token token : sentence.tokens()) {
            String word = token.lower();
            if (politics.contains(word)) {
                return false;
            }
            sport += sports.contains(word) ? 1 : 0;
            market += markets.contains(word) ? 1 : 0;
            stage += stages.contains(word) ? 1 : 0;
        }
        return sport > 0 || market > 1 || stage > 0 || score(sentence.tokens());
    }

    /** "2-0", "34-17". */
    private static boolean score(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean glued = tokens.get(i).lower().equals("-")
                    && tokens.get(i - 1).end() == tokens.get(i).begin()
                    && tokens.get(i).end() == tokens.get(i + 1).begin();
            if (glued && points(tokens.get(i - 1)) && points(tokens.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean points(Token token) {
        return token.lower().length() <= 3 && token.lower().chars().allMatch(Character::isDigit);
    }
}
