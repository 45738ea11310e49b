package io.entente.language;

import java.util.List;
import java.util.Set;

/** Prepositions of several words that act as one. */
final class Prepositions {
    private static final Set<String> PAIRS = Set.of(
            "according to", "because of", "ahead of", "instead of", "due to", "out of", "along with", "together with", "such as",
            "as for", "thanks to", "prior to", "rather than", "other than", "apart from", "next to", "close to", "contrary to",
            "owing to", "as to", "up to", "inside of", "outside of", "alongside of", "away from", "back to", "back from");

    private Prepositions() {}

    /** The index behind the preposition that begins at token {@code i}. */
    static int end(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && PAIRS.contains(tokens.get(i).lower() + " " + tokens.get(i + 1).lower()) ? i + 2 : i + 1;
    }

    static String name(List<Token> tokens, int begin, int end) {
        String first = tokens.get(begin).lower();
        return end - begin == 1 ? first : first + " " + tokens.get(begin + 1).lower();
    }

    /** Whether {@code lower} may begin a preposition of several words although it is none itself. */
    static boolean opensPair(String lower, String next) {
        return PAIRS.contains(lower + " " + next);
    }
}
