package io.entente.language;

/** What a token is in its sentence. */
public enum PartOfSpeech {
    NOUN,
    ADJECTIVE,
    NAME,
    NUMBER,
    TIME,
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    RELATIVE,
    ADVERB,
    NEGATION,
    PREPOSITION,
    TO,
    CONJUNCTION,
    SUBORDINATOR,
    MODAL,
    AUXILIARY,
    /** A finite verb, past or present, or the plain form after a modal. */
    VERB,
    /** A plain form after "to". */
    INFINITIVE,
    /** A past participle: passive, perfect or reduced. */
    PARTICIPLE,
    /** A present participle or gerund. */
    GERUND,
    HYPHEN,
    COMMA,
    QUOTE,
    /** Semicolon, colon, dash, bracket, full stop. */
    STOP
}
