package io.entente.coder.rules.discourse;

import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;

/**
 * How the words of a stretch judge what they are said of. Judging words add up, but "a serious breach" is worse than a breach, and what has "no legal
 * basis" is condemned by a word of praise, and what is "no threat" is not condemned at all.
 */
final class Appraisal {
    private static final double DENIED_VIRTUE = -0.6;
    private static final double RIGHT_COURSE = 0.6;
    private static final int REACH = 3;

    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;

    Appraisal(AnnotatedSentence scene, EventLexicon lexicon) {
        this.scene = scene;
        this.lexicon = lexicon;
    }

    /** The sum over the words from {@code first} up to {@code last}, exclusive. */
    double of(int first, int last) {
        double sum = 0;
        int condemned = Integer.MAX_VALUE; // the nearest word of blame to the right
        for (int i = last - 1; i >= first; i--) {
            double value = word(i, first);
            if (value < 0) {
                condemned = i;
            }
            boolean intensifies =
                    value > 0 && condemned - i < REACH && !scene.lower(i + 1).equals(",");
            sum += intensifies ? 0 : value;
        }
        return sum;
    }

    private double word(int token, int first) {
        if (warlike(token)) {
            return -1;
        }
        String word = scene.lower(token);
        if (word.equals("right")
                && token + 1 < scene.tokens().size()
                && scene.in(LexiconSet.COURSE, scene.lower(token + 1))) {
            return RIGHT_COURSE;
        }
        double value = lexicon.judgement(word);
        if (value >= 0 && !lexicon.in(LexiconSet.VIRTUE, word) || !lacks(token, first)) {
            return value;
        }
        return value < 0 ? 0 : DENIED_VIRTUE;
    }

    /** "no legal basis", "without justification", "no threat". */
    private boolean lacks(int token, int first) {
        for (int i = token - 1; i >= first && token - i < REACH; i--) {
            boolean lacking = lexicon.in(LexiconSet.LACKING, scene.lower(i));
            if (lacking || scene.lower(i).equals("not") && i > 0 && !FunctionWords.COPULA.has(scene.lower(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "an act of war". */
    private boolean warlike(int token) {
        return token > 1
                && scene.lower(token).equals("war")
                && scene.lower(token - 1).equals("of")
                && scene.in(LexiconSet.WARLIKE, scene.lower(token - 2));
    }
}
