package io.entente.ops;

/** Why a record became a dead letter. */
public enum Reason {
    /** Neither Avro in Confluent's wire format nor a JSON object of the right form. */
    UNREADABLE,
    /** The schema registry did not answer for the record's schema, or refused it: replay it when it does. */
    REGISTRY,
    /** An article that lacks something or is too long; a statement with a value that it cannot have. */
    INVALID,
    /** Dated before 1970 or in the future. */
    IMPOSSIBLE_DATE,
    /** A key that is not the pair of the value's actors. */
    WRONG_KEY,
    /** A record in another partition than its key's. */
    WRONG_PARTITION,
    /** An error of Entente itself. */
    INTERNAL
}
