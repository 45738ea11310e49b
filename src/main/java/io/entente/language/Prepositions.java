package io.entente.language;

import io.entente.language.segment.Tokens;
import io.entente.table.TsvTable;
import java.util.Map;
import java.util.Set;

/** Prepositions of two words that act as one. */
final class Prepositions {
    /** The second words, by the first. */
    private static final Map<String, Set<String>> PAIRS =
            TsvTable.resource(Prepositions.class, "prepositions.tsv").classes();

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
