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
}
