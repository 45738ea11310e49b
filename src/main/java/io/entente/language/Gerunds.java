package io.entente.language;

/** Tells gerunds and participles from nouns of the same form: "backing", "meeting", "saying". */
final class Gerunds {
    private final TokenContext around;

    Gerunds(TokenContext around) {
        this.around = around;
    }

    /** "for backing Kyiv", "…, killing two", "saying that …", unlike "with the backing of". */
    boolean at(int i) {
        PartOfSpeech before = around.before(i);
        boolean place = before == PartOfSpeech.PREPOSITION
                || before == PartOfSpeech.COMMA
                || before == PartOfSpeech.CONJUNCTION;
        boolean result = before == PartOfSpeech.COMMA
                && (around.amount(i + 1) || around.lower(i + 1).equals("at"));
        return place && (around.determinerFollows(i) || governs(i, before == PartOfSpeech.COMMA))
                || result
                || around.auxiliaryBefore(i, GrammarWords.BE) && before == PartOfSpeech.AUXILIARY;
    }

    /** Whether what follows depends on a verb: "warning that …", "ruling out talks", and after a comma "ending talks with …". */
    private boolean governs(int i, boolean comma) {
        String next = around.lower(i + 1);
        boolean told = around.saying(i) && (around.that(i + 1) || around.personal(i + 1));
        return told
                || around.words.valency().particle(next)
                || comma && GrammarWords.PARTICIPIAL.has(around.lower(i)) && around.objectFollows(i);
    }
}
