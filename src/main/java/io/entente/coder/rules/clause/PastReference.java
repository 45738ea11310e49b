package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.segment.MonthNames;
import io.entente.language.segment.Token;
import java.time.LocalDate;

/** Recognises words that are about the past, more than a month before the article. */
public final class PastReference {
    private static final int YEAR_DIGITS = 4;

    private final AnnotatedSentence scene;
    private final LocalDate date;

    public PastReference(AnnotatedSentence scene, LocalDate date) {
        this.scene = scene;
        this.date = date;
    }

    /** Whether the words from {@code first} to {@code last} name a time long past. */
    public boolean tells(int first, int last) {
        for (int i = Math.max(1, first); i < last; i++) {
            String before = scene.lower(i - 1);
            String word = scene.lower(i);
            boolean dated =
                    year(scene.tokens().get(i)) && (FunctionWords.BEFORE_YEAR.has(before) || MonthNames.isFull(before));
            boolean ago = word.equals("ago") && scene.in(LexiconSet.AGO, before)
                    || before.equals("last") && word.equals("year");
            if (dated || ago) {
                return true;
            }
        }
        return false;
    }

    private boolean year(Token token) {
        if (token.lower().length() != YEAR_DIGITS || !token.lower().chars().allMatch(Character::isDigit)) {
            return false;
        }
        int year = Integer.parseInt(token.lower());
        return year > 1500 && year < date.getYear();
    }
}
