package io.entente.actor;

import io.entente.actor.dictionary.WordMark;

/** A capitalised name that nothing explains yet. */
record UnknownName(TaggedSentence line, int first, int last, String text) {

    /** Whether it seems to say or do something: a verb of that kind follows, and it is neither a place nor a heading. */
    boolean acts() {
        boolean certain = !line.initial(first) || last - first > 1;
        return certain
                && line.has(last, WordMark.ACT)
                && !line.has(first - 1, WordMark.PREPOSITION)
                && !line.titleCase();
    }
}
