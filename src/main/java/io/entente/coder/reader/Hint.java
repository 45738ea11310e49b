package io.entente.coder.reader;

import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.coder.extract.CodedEvent;

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
        int triggerEnd) {

    static Hint of(CodedEvent event) {
        return new Hint(
                event.source().code(),
                event.target().code(),
                event.type(),
                event.sign(),
                event.status(),
                event.confidence(),
                event.triggerBegin(),
                event.triggerEnd());
    }

    static Hint of(Statement statement) {
        return new Hint(
                statement.getSource(),
                statement.getTarget(),
                statement.getEvent(),
                statement.getSign(),
                statement.getStatus(),
                statement.getConfidence(),
                statement.getTriggerBegin(),
                statement.getTriggerEnd());
    }
}
