package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;

/**
 * An act that a phrase beside a clause names.
 *
 * @param type the act
 * @param intensity Goldstein intensity
 * @param named whether the actor in the phrase does it to the clause's subject; otherwise the subject does it to that actor
 */
public record AdjunctEntry(EventType type, double intensity, boolean named) {}
