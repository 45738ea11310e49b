package io.entente.coder.extract;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directed event as an extractor found it in a document, before it becomes a statement.
 *
 * @param sentence index of its sentence in the document
 * @param source the mention of who speaks or acts
 * @param target the mention of whom it concerns; another actor than the source
 * @param type PLOVER type
 * @param intensity Goldstein scale, -10 to 10
 * @param status how the text presents it
 * @param severeClass name of the class of severe acts, or null
 * @param triggerBegin offset of the first UTF-16 unit of the trigger in the document's text
 * @param triggerEnd exclusive end of the trigger
 * @param speaker to whom the words are attributed, as in the text; null if nobody is quoted or paraphrased
 * @param speakerCountry code of the actor for whom the speaker speaks, where known
 * @param sentiment what the source expresses toward the target, -1 to 1
 * @param extractor {@link StatementExtractor#name() name} of the extractor that found it
 * @param rule the rule that fired
 * @param entries the lexicon entries that the rule used
 * @param confidence the extractor's calibrated probability that the event is right, 0 to 1
 */
public record CodedEvent(
        int sentence,
        ActorMention source,
        ActorMention target,
        EventType type,
        double intensity,
        Status status,
        @Nullable String severeClass,
        int triggerBegin,
        int triggerEnd,
        @Nullable String speaker,
        @Nullable String speakerCountry,
        double sentiment,
        String extractor,
        String rule,
        List<String> entries,
        double confidence) {
    public CodedEvent {
        entries = List.copyOf(entries);
        if (triggerBegin < 0 || triggerEnd < triggerBegin) {
            throw new IllegalArgumentException("a trigger from " + triggerBegin + " to " + triggerEnd);
        }
    }

    /** +1 if cooperative toward the target, -1 if conflictual, 0 if neither. */
    public int sign() {
        return EventTypes.sign(type, intensity);
    }
}
