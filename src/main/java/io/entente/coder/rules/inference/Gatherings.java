package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Summits and conferences: who attends meets the host, and a few who attend meet one another. */
final class Gatherings implements Runnable {
    /** Of more than so many each meets the host only. */
    private static final int LARGE = 4;

    /** The words of a town's name, with a preposition and a comma. */
    private static final int NEAR = 6;

    private final SentenceCodingState state;
    private final Surroundings around;

    Gatherings(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            Clause clause =
                    state.lexicon().in(LexiconSet.GATHERING, state.scene().head(group))
                            ? state.nounClauses().of(group)
                            : null;
            if (clause != null && clause.subject() == group) {
                attended(group, clause);
            } else if (clause != null && attends(group, clause)) {
                gathering(group, clause);
            } else if (clause != null
                    && clause.object() == group
                    && clause.lemma().equals("host")) {
                hosted(group, clause);
            }
        }
    }

    private void gathering(NounGroup group, Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status != Status.ASSERTED && status != Status.INTENDED) {
            return;
        }
        List<Actor> guests = state.roles().subject(clause, context, 3).stream()
                .filter(Surroundings::statesman)
                .toList();
        guests = guests.isEmpty() ? listed() : guests;
        List<Actor> hosts = guests.isEmpty() ? List.of() : hosts(group, clause, Actor.codes(guests));
        boolean both = state.lexicon().in(LexiconSet.PARLEY, state.scene().head(group));
        Act act = act(group, status);
        state.drafts().addMissing(act, guests, hosts);
        if (both) {
            state.drafts().addMissing(act, hosts, guests);
        }
    }

    /** "hosts a summit with leaders of …, including X's president". */
    private void hosted(NounGroup group, Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status == Status.ASSERTED || status == Status.INTENDED) {
            List<Actor> hosts = state.roles().subject(clause, context, 3);
            state.both(act(group, status), hosts, Actor.without(listed(), Actor.codes(hosts)));
        }
    }

    /** "a meeting attended by envoys of X, Y and Z". */
    private void attended(NounGroup group, Clause clause) {
        for (Clause other : state.scene().parse().clauses()) {
            boolean attended = other.passive()
                    && other.lemma().equals("attend")
                    && (other == clause
                            || other.antecedent() == group
                            || other.parent() == clause
                            || other.subject() == group);
            List<Actor> guests = attended ? state.roles().after(other, "by") : List.of();
            if (Actor.codes(guests).size() <= LARGE) {
                state.drafts().addMissing(act(group, Status.ASSERTED), guests, guests);
            }
        }
    }

    private boolean attends(NounGroup group, Clause clause) {
        String head = state.scene().head(group);
        return group.preposition() == null
                ? clause.lemma().equals("attend") || clause.lemma().equals("address")
                : FunctionWords.AT_GATHERING.has(group.preposition())
                        && state.lexicon().in(LexiconSet.PARLEY, head);
    }

    /** "leaders attend a summit in X, including Y's president and …". */
    private List<Actor> listed() {
        int list = -1;
        for (int i = 0; list < 0 && i < state.scene().tokens().size(); i++) {
            list = state.scene().lower(i).equals("including") ? i : -1;
        }
        List<Actor> guests = new ArrayList<>();
        for (NounGroup group :
                list < 0 ? List.<NounGroup>of() : state.scene().parse().groups()) {
            for (Actor actor : group.first() > list ? state.scene().agents(group) : List.<Actor>of()) {
                boolean statesman = Surroundings.statesman(actor)
                        || actor.direct() && state.scene().person(group);
                guests.addAll(statesman ? Actor.without(List.of(actor), Actor.codes(guests)) : List.of());
            }
        }
        return guests;
    }

    /** The state in which it takes place; for leaders of whom the host is one, the place names it all the same. */
    private List<Actor> hosts(NounGroup group, Clause clause, Set<String> guests) {
        List<Actor> place = around.venue(group, Set.of());
        for (NounGroup argument : place.isEmpty() ? clause.arguments() : List.<NounGroup>of()) {
            boolean in = "in".equals(argument.preposition()) && argument.first() > group.first();
            place = place.isEmpty() && in ? state.scene().nearest(argument, Set.of(), true) : place;
        }
        place = place.isEmpty() ? near(group) : place;
        return place.stream()
                .filter(actor -> actor.mention().actorKind() == ActorKind.COUNTRY)
                .filter(actor -> guests.size() > 1 || !guests.contains(actor.code()))
                .toList();
    }

    /** "a summit in Isla Bonita, X": the state after a town that no dictionary has. */
    private List<Actor> near(NounGroup group) {
        return around.place(group.head(), Set.of()).stream()
                .filter(actor -> actor.mention().first() > group.head()
                        && actor.mention().first() - group.head() <= NEAR
                        && state.scene().lower(actor.mention().first() - 1).equals(","))
                .toList();
    }

    private Act act(NounGroup group, Status status) {
        return SentenceCodingState.act(
                group,
                EventType.CONSULT,
                status,
                Rule.VISITED.grounds(),
                state.scene().head(group));
    }
}
