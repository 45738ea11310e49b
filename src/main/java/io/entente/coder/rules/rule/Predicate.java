package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import java.util.List;
import java.util.Set;

/**
 * A verb in its clause, with what is known of who acts and how it is reported.
 *
 * @param clause where it stands
 * @param entry what the lexicon knows of it
 * @param sources who acts
 * @param status how the text presents it
 * @param context what it depends on and who tells it
 */
public record Predicate(Clause clause, VerbEntry entry, List<Actor> sources, Status status, Factuality context) {
    public Set<String> codes() {
        return Actor.codes(sources);
    }

    /** An act of this verb. */
    public Act told(EventType type, String rule, double confidence) {
        double intensity = type == entry.type() ? entry.intensity() : EventTypes.intensity(type);
        boolean guess = clause.relation() == ClauseRelation.INFINITIVE && clause.parent() != null;
        return SentenceCodingState.act(
                clause, type, intensity, status, context, rule, entry, guess ? confidence * 0.9 : confidence);
    }

    /** An act that follows from this verb as a fact, whatever the verb's own status. */
    public Act asserted(EventType type, String rule, double confidence) {
        return told(type, rule, confidence).as(type, EventTypes.intensity(type), Status.ASSERTED, confidence);
    }
}
