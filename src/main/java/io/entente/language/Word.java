package io.entente.language;

import org.jspecify.annotations.Nullable;

/**
 * What the dictionary knows of a word's form.
 *
 * @param lemma the verb's plain form if it is a verb form, otherwise the singular
 * @param forms the verb forms that it may be, a union of the constants here; 0 if none
 * @param noun whether a plain or -s form is a common noun as well
 * @param closed the class of a word whose class is fixed, or null
 */
record Word(String lemma, int forms, boolean noun, @Nullable PartOfSpeech closed) {
    static final int PLAIN = 1;
    static final int PRESENT = 2;
    static final int PAST = 4;
    static final int PARTICIPLE = 8;
    static final int GERUND = 16;
    /** A participle of a verb that hardly ever stands without an object. */
    static final int TRANSITIVE = 32;

    boolean may(int form) {
        return (forms & form) != 0;
    }
}
