package io.entente.statement;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement before it is written out.
 *
 * @param source who speaks or acts
 * @param target toward whom
 * @param type the event
 * @param intensity Goldstein intensity, before modifiers
 * @param status how the text presents it
 * @param severe name of the class of severe acts, or null
 * @param first index of the first token of the trigger
 * @param last index behind the last
 * @param voice to whom the words are attributed
 * @param rule the rule that fired
 * @param entries what it used
 * @param confidence before calibration: 0 to 1
 */
record Draft(
        Actor source,
        Actor target,
        EventType type,
        double intensity,
        Status status,
        @Nullable String severe,
        int first,
        int last,
        Voice voice,
        String rule,
        List<String> entries,
        double confidence) {

    int sign() {
        return EventTypes.sign(type, intensity);
    }

    Draft severe(String other) {
        return new Draft(source, target, type, intensity, status, other, first, last, voice, rule, entries, confidence);
    }

    Draft with(Status status) {
        return new Draft(
                source, target, type, intensity, status, severe, first, last, voice, rule, entries, confidence);
    }
}
