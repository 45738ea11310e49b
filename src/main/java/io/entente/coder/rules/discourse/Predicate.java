package io.entente.coder.rules.discourse;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Grounds;
import io.entente.coder.rules.candidate.Rule;
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
 * @param context what it depends on and who says it
 */
public record Predicate(Clause clause, VerbEntry entry, List<Actor> sources, Status status, Factuality context) {
    public Set<String> codes() {
        return Actor.codes(sources);
    }

    /** An act of this verb; an act of another type has that type's usual intensity. */
    public Act act(EventType type, Rule rule) {
        return act(type, rule.grounds());
    }

    /** The same on other grounds. */
    public Act act(EventType type, Grounds grounds) {
        return act(type, type == entry.type() ? entry.intensity() : EventTypes.intensity(type), grounds);
    }

    /** An act of this verb with an intensity of its own. */
    public Act act(EventType type, double intensity, Rule rule) {
        return act(type, intensity, rule.grounds());
    }

    /** The same on other grounds. */
    public Act act(EventType type, double intensity, Grounds grounds) {
        boolean depends = clause.relation() == ClauseRelation.INFINITIVE && clause.parent() != null;
        return SentenceCodingState.act(clause, type, intensity, status, context, grounds.inInfinitive(depends), entry);
    }

    /** An act that follows from this verb as a fact, whatever the verb's own status. */
    public Act asserted(EventType type, Rule rule) {
        return asserted(type, rule.grounds());
    }

    /** The same on other grounds. */
    public Act asserted(EventType type, Grounds grounds) {
        double intensity = EventTypes.intensity(type);
        List<String> entries = List.of(entry.id());
        return new Act(type, intensity, Status.ASSERTED, null, clause.verb(), clause.last(), context, grounds, entries);
    }
}
