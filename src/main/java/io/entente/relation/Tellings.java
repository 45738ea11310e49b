package io.entente.relation;

import io.entente.relation.similarity.TextFingerprint;
import io.entente.relation.similarity.WordClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one article tells an act.
 *
 * @param first how it tells the act first in its text, or in its headline if only there
 * @param others how it tells the act elsewhere
 */
record Tellings(TextFingerprint first, List<TextFingerprint> others) {
    /** What the likeness of tellings counts that are not their articles' first ones. */
    private static final double RETOLD = 0.9;

    Stream<TextFingerprint> all() {
        return Stream.concat(Stream.of(first), others.stream());
    }

    /** Whether it is plain without a look at the words that two articles use different ones. */
    boolean unlike(Tellings other) {
        return others.isEmpty() && other.others.isEmpty() && !first.light() && first.unlike(other.first);
    }

    /**
     * How alike two articles' tellings of an act are: their first ones, or those of which at least one is a headline or comes later, which
     * count less. Where the first ones name other places or days, the others say nothing.
     *
     * @param prior what is known of the two beside their words, in logits
     */
    double likeness(Tellings other, double prior) {
        double likeness = first.likeness(other.first, prior);
        if (others.isEmpty() && other.others.isEmpty()
                || elsewhere(other, WordClass.PLACE)
                || elsewhere(other, WordClass.TIME)) {
            return likeness;
        }
        for (TextFingerprint retelling : others) {
            likeness = Math.max(likeness, RETOLD * retelling.likeness(other.first, prior));
            for (TextFingerprint another : other.others) {
                likeness = Math.max(likeness, RETOLD * retelling.likeness(another, prior));
            }
        }
        for (TextFingerprint another : other.others) {
            likeness = Math.max(likeness, RETOLD * first.likeness(another, prior));
        }
        return likeness;
    }

    /** Whether each first telling names a place (or day) that no telling of the other article has. */
    private boolean elsewhere(Tellings other, WordClass kind) {
        return first.namesBeyond(kind, other.first, other.others) && other.first.namesBeyond(kind, first, others);
    }
}
