package io.entente.coder.rules.lexicon;

import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises sentences about sport, markets, weather and the stage, where countries "beat", "attack" and "sink" nobody. */
public final class DomainFilter {
    private final Map<String, Signs> words = new HashMap<>();
    private final Set<String> weather;

    /** Whether a word is one of politics, and how much it points to sport, to markets, to the stage: 2 sport, 1 what may be sport. */
    private record Signs(boolean politics, int sport, int market, int stage) {
        static final Signs NONE = new Signs(false, 0, 0, 0);

        Signs and(Signs other) {
            return new Signs(
                    politics || other.politics, sport + other.sport, market + other.market, stage + other.stage);
        }
    }

    public DomainFilter(EventLexicon lexicon) {
        this.weather = lexicon.set(LexiconSet.WEATHER);
        lexicon.set(LexiconSet.POLITICS).forEach(word -> words.merge(word, new Signs(true, 0, 0, 0), Signs::and));
        lexicon.set(LexiconSet.SPORT).forEach(word -> words.merge(word, new Signs(false, 2, 0, 0), Signs::and));
        lexicon.set(LexiconSet.GAME).forEach(word -> words.merge(word, new Signs(false, 1, 0, 0), Signs::and));
        lexicon.set(LexiconSet.MARKET).forEach(word -> words.merge(word, new Signs(false, 0, 1, 0), Signs::and));
        lexicon.set(LexiconSet.STAGE).forEach(word -> words.merge(word, new Signs(false, 0, 0, 1), Signs::and));
    }

    public boolean sentence(Sentence sentence) {
        Signs sum = Signs.NONE;
        for (Token token : sentence.tokens()) {
            Signs signs = words.get(token.lower());
            if (signs != null) {
                if (signs.politics()) {
                    return false;
                }
                sum = sum.and(signs);
            }
        }
        return sum.sport() > 1 || sum.market() > 1 || sum.stage() > 0 || score(sentence.tokens());
    }

    /** Whether it is about weather or the like, which "hits" whatever is in its way. */
    public boolean weather(Sentence sentence) {
        return sentence.tokens().stream().anyMatch(token -> weather.contains(token.lower()));
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
        String lower = token.lower();
        boolean digits = lower.length() <= 3;
        for (int i = 0; digits && i < lower.length(); i++) {
            digits = Character.isDigit(lower.charAt(i));
        }
        return digits;
    }
}
