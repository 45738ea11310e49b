package io.entente.language;

/** How a clause hangs together with the rest of its sentence. */
public enum ClauseRelation {
    /** It stands by itself. */
    MAIN,
    /** It is what the parent clause's verb or noun says: "said that …". */
    COMPLEMENT,
    /** It describes a noun group: "which …", "that …", "imposed by …". */
    RELATIVE,
    /** "to …" after a verb or a noun, or for a purpose. */
    INFINITIVE,
    /** A gerund after a preposition: "accused of …", "by …". */
    GERUND,
    /** A participle after or before the main clause: ", saying that …". */
    PARTICIPLE,
    /** Introduced by "if", "after", "while" and the like. */
    ADVERBIAL
}
