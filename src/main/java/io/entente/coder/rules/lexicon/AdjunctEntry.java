package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;

/**
 * An act that a phrase beside a clause names.
 *
 * @param type the act
 * @param intensity Goldstein intensity
 * @param agent who acts
 */
public record AdjunctEntry(EventType type, double intensity, Agent agent) {

    /** Who does what the phrase names. */
    public enum Agent {
        /** The actor in the phrase, to the clause's subject. */
        NAMED,
        /** The clause's subject, to the actor in the phrase. */
        SUBJECT
    }

    /** Whether the actor in the phrase does it to the clause's subject. */
    public boolean named() {
        return agent == Agent.NAMED;
    }
}
