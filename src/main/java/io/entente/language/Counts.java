package io.entente.language;

import io.entente.language.segment.Tokens;

/** Numbers that count something, unlike those that stand for a noun. */
final class Counts {
    /** The tokens of a result: two numbers and what stands between them. */
    private static final int RESULT = 3;

    private final TokenContext around;
    private final Tokens tokens;

    Counts(TokenContext around) {
        this.around = around;
        this.tokens = around.tokens;
    }

    /** "Around ten heads of state": whether a noun comes at a token, after the number. */
    boolean counted(int i) {
        return i < tokens.size() && tokens.get(i).word() && !around.timeFollows(i - 1);
    }

    /** Whether the token belongs to the result of a vote: "voted 15-0 to …". */
    boolean votes(int i) {
        int first = i;
        while (first > 0 && i - first < RESULT && !around.lower(first - 1).startsWith("vote")) {
            first--;
        }
        return first > 0
                && i < first + RESULT
                && around.lower(first - 1).startsWith("vote")
                && first + 2 < tokens.size()
                && tokens.get(first).number()
                && tokens.get(first + 2).number()
                && !tokens.get(first + 1).word();
    }

    /** Whether a word stands with a number or a quantity: "more than 300", "at least 300", "killed over 300", "as many"; "no longer". */
    boolean bounds(int i, String lower, boolean afterVerb) {
        return switch (lower) {
            case "than" -> around.amount(i + 1);
            case "at" -> GrammarWords.BOUND.has(around.lower(i + 1));
            case "least", "most" -> i > 0 && around.lower(i - 1).equals("at");
            case "over", "around", "about" -> around.amount(i + 1) && (afterVerb || i == 0 && counted(i + 2));
            case "to" -> i > 0 && around.lower(i - 1).equals("up") && around.amount(i + 1);
            case "as" -> around.lower(i + 1).equals("many");
            case "longer" -> i > 0 && around.classes[i - 1] == PartOfSpeech.NEGATION;
            case "up" -> around.amount(i + 2) && around.lower(i + 1).equals("to");
            default -> false;
        };
    }
}
