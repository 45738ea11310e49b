package io.entente.coder.reader;

import io.entente.avro.EventType;
import io.entente.avro.Status;

/**
 * What the extractors before the reader said of a pair of actors.
 *
 * @param source code of the actor that speaks or acts
 * @param target code of the actor spoken of or acted upon
 * @param type the event
 * @param sign +1 cooperative, -1 conflictual, 0 neither
 * @param status how the text presents it
 * @param confidence 0 to 1
 * @param triggerBegin offset of the words that express it, -1 if unknown
 * @param triggerEnd the exclusive end of these words, -1 if unknown
 */
record Hint(
        String source,
        String target,
        EventType type,
        int sign,
        Status status,
        double confidence,
        int triggerBegin,
        int triggerEnd) {}
