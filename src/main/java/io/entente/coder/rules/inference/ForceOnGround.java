package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Force by a state whose target no verb or noun names. It falls on the state on whose ground it is used, from which the armed group
 * comes that is hit, or whose people are.
 */
final class ForceOnGround implements Runnable {
    /** The words between a strike and those to whom it is ascribed. */
    private static final int HEDGE = 5;

    private final SentenceCodingState state;
    private final Surroundings around;

    ForceOnGround(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        if (accident()) {
            return;
        }
        for (Clause clause : state.scene().parse().clauses()) {
            clause(clause);
        }
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.scene().event(group);
            boolean force = noun != null && noun.type() == EventType.ASSAULT && !noun.mutual();
            if (noun != null
                    && force
                    && !state.nounFactuality()
                            .isUnreal(group, state.nounClauses().of(group))) {
                Act act = SentenceCodingState.act(
                        group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.GROUND.grounds());
                boolean deed = state.lexicon().nounOf(state.scene().head(group)) != null && !frontier(group);
                List<Actor> agents = Actor.first(state.nouns().agents(group, noun), hedged(group), own(group));
                agents.forEach(agent -> add(act, agent, deed || agent.direct()));
            }
        }
    }

    /** "A helicopter crashed in X, killing three". */
    private boolean accident() {
        for (int i = 0; i < state.scene().tokens().size(); i++) {
            if (state.lexicon().in(LexiconSet.ACCIDENT, state.scene().lower(i))) {
                return true;
            }
        }
        return false;
    }

    private void clause(Clause clause) {
        List<VerbEntry> entries = state.matcher().entries(clause);
        if (entries.isEmpty()
                || entries.get(0).type() != EventType.ASSAULT
                || entries.get(0).mutual()
                || entries.get(0).slots().contains("subj")
                || clause.lemma().equals("declare")) {
            return;
        }
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, false);
        if (status != Status.ASSERTED && status != Status.REPORTED) {
            return;
        }
        Act act = SentenceCodingState.act(
                clause,
                EventType.ASSAULT,
                EventTypes.intensity(EventType.ASSAULT),
                status,
                context,
                Rule.GROUND.grounds(),
                entries.get(0));
        state.roles().sources(clause, entries.get(0), context).forEach(agent -> add(act, agent, agent.direct()));
    }

    /** "near the border killing eight". */
    private boolean frontier(NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            if (state.lexicon().in(LexiconSet.FRONTIER, state.scene().lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "an air strike, apparently by X's jets, …". */
    private List<Actor> hedged(NounGroup group) {
        for (NounGroup other : state.scene().parse().groups()) {
            boolean next = other.first() > group.last()
                    && other.first() - group.last() <= HEDGE
                    && state.scene().lower(group.last()).equals(",");
            if (next && FunctionWords.NOUN_AGENT.has(other.preposition())) {
                return state.scene().agents(other);
            }
        }
        return List.of();
    }

    /** "The Kenyan army says an air strike in Kismayo killed two": a strike that forces report and nobody is named for is theirs. */
    private List<Actor> own(NounGroup group) {
        Clause clause = state.nounClauses().of(group);
        if (clause == null
                || !state.lexicon().in(LexiconSet.AIR_RAID, state.scene().singular(group.head()))) {
            return List.of();
        }
        List<Actor> voice = state.contexts().of(clause).voice().actors();
        List<Actor> subject =
                group == clause.subject() ? List.of() : state.scene().agents(clause.subject());
        if (!voice.isEmpty() && !Actor.codes(voice).containsAll(Actor.codes(subject))) {
            return List.of(); // "X launched air strikes, officials of Y say"
        }
        List<Actor> reporting = voice.isEmpty() ? subject : voice;
        return reporting.stream().filter(this::military).toList();
    }

    private boolean military(Actor actor) {
        for (int i = actor.mention().first(); i < actor.mention().last(); i++) {
            if (state.lexicon().in(LexiconSet.COMMANDING, state.scene().lower(i))) {
                return state.scene().contains(actor.group());
            }
        }
        return false;
    }

    private void add(Act act, Actor agent, boolean own) {
        boolean known = state.drafts().all().stream()
                .anyMatch(draft -> draft.type() == EventType.ASSAULT
                        && draft.source().code().equals(agent.code())
                        && draft.target().mention().actorKind() != ActorKind.ARMED_GROUP
                        && !(around.people(draft.target())
                                && !around.place(act.first(), both(draft)).isEmpty()));
        if (known || !own || !armed(agent)) {
            return;
        }
        Set<String> attacker = Set.of(agent.code());
        state.drafts()
                .add(
                        act,
                        List.of(agent),
                        Actor.first(
                                around.place(act.first(), hit(attacker)),
                                around.home(act.first(), attacker),
                                around.people(act.first(), attacker)));
    }

    /** The attacker and whose people were hit, who are not where it happened. */
    private Set<String> hit(Set<String> attacker) {
        Set<String> hit = new HashSet<>(attacker);
        for (CandidateEvent draft : state.drafts().all()) {
            if (draft.type() == EventType.ASSAULT && around.people(draft.target())) {
                hit.add(draft.target().code());
            }
        }
        return hit;
    }

    private static Set<String> both(CandidateEvent draft) {
        return Actor.codes(List.of(draft.source(), draft.target()));
    }

    /** Whether it is a state that uses force: not its people, not those who keep another state's peace. */
    private boolean armed(Actor agent) {
        return agent.mention().actorKind() == ActorKind.COUNTRY
                && !agent.national()
                && !around.people(agent)
                && agent.mention().kind() != MentionKind.REFERENCE
                && !state.lexicon().in(LexiconSet.PEACEKEEPING, agent.code());
    }
}
