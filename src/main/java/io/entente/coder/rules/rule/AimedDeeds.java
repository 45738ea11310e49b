package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.discourse.TargetResolver;
import io.entente.coder.rules.discourse.TargetResolver.Aim;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Deeds toward somebody, and what follows from them: who is thanked has given, who is blamed is said to have done something. */
final class AimedDeeds implements OrderedRule<Deed> {
    private static final double DISSUASION = -5;

    private final SentenceCodingState state;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;
    private final TargetResolver targets;
    private final ReciprocalEvents together;
    private final Hosts hosts;
    private final PurposeClauses purposes;
    private final AllegationCoder allegations;
    private final ContextualTypes types;

    AimedDeeds(SentenceCodingState state, ReciprocalEvents together, PurposeClauses purposes) {
        this.state = state;
        this.roles = state.roles();
        this.drafts = state.drafts();
        this.targets = new TargetResolver(state);
        this.together = together;
        this.hosts = new Hosts(state);
        this.purposes = purposes;
        this.allegations = new AllegationCoder(state);
        this.types = new ContextualTypes(state, purposes, allegations);
    }

    @Override
    public Answer apply(Deed deed) {
        Aim aim = targets.named(deed.predicate(), deed.type(), deed.codes());
        if (aim != null && aim.nobody()) {
            if (together.friends(deed) == Answer.HANDLED) {
                return Answer.HANDLED;
            }
            aim = targets.implied(deed.predicate(), deed.type(), deed.codes());
        }
        if (aim != null && !complaint(deed, aim)) {
            add(deed, aim);
        }
        return Answer.HANDLED;
    }

    /** "protested to the UN against X": it is X who is blamed. */
    private boolean complaint(Deed deed, Aim aim) {
        if (deed.type() != EventType.PROTEST || !Actor.codes(aim.actors()).equals(Set.of("UNO"))) {
            return false;
        }
        List<Actor> culprits = first(
                roles.culprits(deed.clause(), deed.codes()),
                state.memory().antecedents().offender(deed.codes()));
        if (!culprits.isEmpty()) {
            drafts.add(
                    deed.predicate().act(EventType.ACCUSE, Rule.COMPLAINT.at(aim.evidence())),
                    deed.sources(),
                    culprits);
        }
        return !culprits.isEmpty();
    }

    private void add(Deed deed, Aim aim) {
        Predicate predicate = deed.predicate();
        EvidenceGrade evidence = aim.evidence();
        EventType type = types.of(predicate, deed.type(), aim.actors());
        CandidateEvents.Act act =
                predicate.act(type, Rule.clause(predicate.clause().passive(), evidence));
        boolean dissuasion = deed.type() == EventType.THREATEN && type == EventType.REQUEST;
        drafts.add(dissuasion ? act.as(type, DISSUASION, predicate.status()) : act, deed.sources(), aim.actors());
        if (deed.has(VerbMark.VISIT) && hosts.confer(predicate.clause())) {
            drafts.add(predicate.act(type, Rule.MUTUAL.at(evidence)), aim.actors(), deed.sources());
        }
        if ((type == EventType.ACCUSE || deed.type() == EventType.ACCUSE) && predicate.status() == Status.ASSERTED) {
            allegations.blamed(predicate, aim.actors());
        }
        if (purposes.conditional(predicate, deed.type())) {
            drafts.add(
                    predicate.asserted(EventType.THREATEN, Rule.CONDITION.at(evidence)), deed.sources(), aim.actors());
        }
        if (predicate.entry().operator() == VerbClass.THANK && predicate.status() == Status.ASSERTED) {
            received(predicate, deed.sources(), aim.actors());
        }
        if (deed.has(VerbMark.SWITCH)) {
            drafts.add(
                    predicate.act(EventType.SANCTION, Rule.SWITCH),
                    deed.sources(),
                    Actor.without(roles.after(predicate.clause(), "from"), deed.codes()));
        }
    }

    /** "thanked X for a shipment of masks": X gave it. */
    private void received(Predicate predicate, List<Actor> receivers, List<Actor> givers) {
        for (NounGroup argument : predicate.clause().arguments()) {
            boolean gift = "for".equals(argument.preposition())
                    && argument.relative() == null
                    && state.lexicon().in(LexiconSet.GIFT, state.scene().singular(argument.head()));
            if (gift) {
                drafts.add(predicate.asserted(EventType.AID, Rule.GIFT), givers, receivers);
            }
        }
    }
}
