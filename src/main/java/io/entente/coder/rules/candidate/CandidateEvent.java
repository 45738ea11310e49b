package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Speaker;
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
 * @param last index after the last
 * @param voice to whom the words are attributed
 * @param grounds what it rests on
 * @param entries what the rule used
 */
public record CandidateEvent(
        Actor source,
        Actor target,
        EventType type,
        double intensity,
        Status status,
        @Nullable String severe,
        int first,
        int last,
        Speaker voice,
        Grounds grounds,
        List<String> entries) {

    public int sign() {
        return EventTypes.sign(type, intensity);
    }

    CandidateEvent severe(String other) {
        return new CandidateEvent(source, target, type, intensity, status, other, first, last, voice, grounds, entries);
    }

    /** The same act between others. */
    CandidateEvent between(Actor other, Actor toward) {
        return new CandidateEvent(other, toward, type, intensity, status, severe, first, last, voice, grounds, entries);
    }

    public CandidateEvent with(Status status) {
        return new CandidateEvent(
                source, target, type, intensity, status, severe, first, last, voice, grounds, entries);
    }

    /** Whether it is harm by no person in office, so that in a sentence about the weather it is the weather's: "slammed into X after punishing Y". */
    public boolean impersonalHarm() {
        return EventTypes.hostile(type)
                && switch (source.mention().kind()) {
                    case COUNTRY, CAPITAL, DEMONYM, REFERENCE, OTHER -> true;
                    default -> false;
                };
    }
}
