package io.entente.language;

/** Distinguishes an infinitive after "to" from a place or a noun there: "went to back X", "went to war". */
final class Infinitives {
    private final TokenContext around;

    Infinitives(TokenContext around) {
        this.around = around;
    }

    /** Whether the token after {@code i} is an infinitive, adverbs left out. */
    boolean follows(int i) {
        int next = i + 1;
        while (next < around.tokens.size() && around.adverbial(next) && !plain(next)) {
            next++;
        }
        if (next >= around.tokens.size() || around.names[next] != TokenContext.PLAIN) {
            return false;
        }
        String lower = around.tokens.get(next).lower();
        if (GrammarWords.GOAL.has(lower) && next == i + 1 && !around.determinerFollows(next)) {
            return false;
        }
        if (lower.equals("be") || lower.equals("have") || lower.equals("do")) {
            return true;
        }
        Word word = around.word(next);
        return word != null
                && (word.closed() == null
                        || word.closed() == PartOfSpeech.ADVERB
                        || word.closed() == PartOfSpeech.NOUN && around.determinerFollows(next))
                && word.may(Word.PLAIN)
                && (around.loud || !around.tokens.get(next).capitalised());
    }

    /** Whether the adverb is rather the verb of the same form: "to back X", unlike "to further deepen ties". */
    private boolean plain(int i) {
        Word word = around.word(i);
        Word follower = around.word(i + 1);
        return word != null
                && word.may(Word.PLAIN)
                && (follower == null || !follower.may(Word.PLAIN) || around.names[i + 1] != TokenContext.PLAIN);
    }

    /** Whether "to" and a verb follow: "refuses to deal". */
    boolean opens(int i) {
        return i < around.tokens.size() && around.tokens.get(i).lower().equals("to") && follows(i);
    }
}
