package io.entente.language;

import io.entente.language.segment.Tokens;
import java.util.Map;
import java.util.Set;

/** Prepositions of several words that act as one. */
final class Prepositions {
    /** The second words, by the first. */
    private static final Map<String, Set<String>> PAIRS = Map.ofEntries(
            Map.entry("according", Set.of("to")),
            Map.entry("ahead", Set.of("of")),
            Map.entry("along", Set.of("with")),
            Map.entry("alongside", Set.of("of")),
            Map.entry("apart", Set.of("from")),
            Map.entry("as", Set.of("for", "to")),
            Map.entry("away", Set.of("from")),
            Map.entry("because", Set.of("of")),
            Map.entry("close", Set.of("to")),
            Map.entry("contrary", Set.of("to")),
            Map.entry("due", Set.of("to")),
            Map.entry("instead", Set.of("of")),
            Map.entry("next", Set.of("to")),
            Map.entry("other", Set.of("than")),
            Map.entry("out", Set.of("of")),
            Map.entry("outside", Set.of("of")),
            Map.entry("owing", Set.of("to")),
            Map.entry("prior", Set.of("to")),
            Map.entry("rather", Set.of("than")),
            Map.entry("such", Set.of("as")),
            Map.entry("thanks", Set.of("to")),
            Map.entry("together", Set.of("with")),
            Map.entry("up", Set.of("to")));

    private Prepositions() {}

    /** The index after the preposition that begins at token {@code i}. */
    static int end(Tokens tokens, int i) {
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        return opensPair(tokens.get(i).lower(), next) ? i + 2 : i + 1;
    }

    static String name(Tokens tokens, int begin, int end) {
        String first = tokens.get(begin).lower();
        return end - begin == 1 ? first : first + " " + tokens.get(begin + 1).lower();
    }

    /** Whether {@code lower} and {@code next} make a preposition together. */
    static boolean opensPair(String lower, String next) {
        return switch (next) {
            case "as", "for", "from", "of", "than", "to", "with" ->
                PAIRS.getOrDefault(lower, Set.of()).contains(next);
            default -> false;
        };
    }
}
