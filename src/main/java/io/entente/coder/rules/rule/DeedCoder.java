package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.AgentResolver;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import java.util.List;

/** Codes verbs that stand for an event by themselves. */
final class DeedCoder implements OrderedRule<Predicate> {
    private final AgentResolver agents;
    private final List<OrderedRule<Deed>> readings;
    private final List<OrderedRule<Deed>> deeds;

    DeedCoder(SentenceCodingState state) {
        PurposeClauses purposes = new PurposeClauses(state);
        CessationRules endings = new CessationRules(state);
        ReciprocalEvents together = new ReciprocalEvents(state);
        Deployments deployments = new Deployments(state);
        InvertedRoles inverted = new InvertedRoles(state);
        this.agents = new AgentResolver(state);
        this.readings = List.of(
                endings::barred,
                new PatternNouns(state),
                endings::ended,
                endings::undertaken,
                deployments::supports,
                purposes::helps,
                deployments::lends,
                inverted::swapped,
                inverted::experienced,
                endings::stopped);
        this.deeds = List.of(
                new RequestedDeeds(state),
                together::mutual,
                together::drill,
                new AimedDeeds(state, together, purposes));
    }

    /**
     * First the verb is read: it may only report the end of an act, or the act may not be what it looks like. Only then is it
     * decided who acts, which a passive may leave out, and whom it is aimed at.
     */
    @Override
    public Answer apply(Predicate predicate) {
        EventType type = predicate.entry().type();
        if (type == null) {
            return Answer.CONTINUE;
        }
        Deed deed = new Deed(predicate, type, predicate.sources());
        if (OrderedRule.first(readings, deed) == Answer.CONTINUE) {
            OrderedRule.first(deeds, deed.by(acting(deed)));
        }
        return Answer.HANDLED;
    }

    private List<Actor> acting(Deed deed) {
        EventType type = deed.type();
        List<Actor> sources = deed.sources().isEmpty() ? agents.hidden(deed.predicate(), type) : deed.sources();
        sources = type == EventType.AID ? agents.helping(deed.clause(), sources) : sources;
        return EventTypes.force(type) || type == EventType.PROTEST
                ? sources.stream().filter(source -> !source.national()).toList()
                : sources;
    }
}
