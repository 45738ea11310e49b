package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** People whom a state sends to another: "was extradited to X", "an appeal in Y's court against extradition to X". */
final class Extraditions implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Extraditions(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            if (state.lexicon().in(LexiconSet.SENDING, clause.lemma())) {
                sent(clause);
            }
        }
        if (wanted()) {
            state.scene().parse().clauses().forEach(this::fugitive);
        }
        for (NounGroup group : state.scene().parse().groups()) {
            if (state.scene().head(group).equals("extradition")) {
                extradition(group);
            }
        }
    }

    private void sent(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> receivers = status == null || status == Status.DENIED ? List.of() : receivers(clause.arguments());
        if (status != null && !receivers.isEmpty()) {
            Set<String> there = Actor.codes(receivers);
            List<Actor> senders = clause.passive()
                    ? state.roles().after(clause, "by")
                    : state.roles().subject(clause, context, 3);
            if (clause.passive()) {
                senders = Actor.first(
                        senders,
                        state.roles().after(clause, "from"),
                        around.only(there),
                        state.scene().actors(clause.subject()));
            }
            add(
                    SentenceCodingState.act(clause, EventType.COOPERATE, status, context, Rule.EXTRADITED.grounds()),
                    Actor.without(senders, there),
                    receivers);
        }
    }

    private boolean wanted() {
        for (int i = 0; i < state.scene().tokens().size(); i++) {
            if (state.scene().lower(i).equals("wanted")) {
                return true;
            }
        }
        return false;
    }

    /** "one of X's most wanted men is arrested in Y": Y does it for X. */
    private void fugitive(Clause clause) {
        Status status = clause.passive() && state.lexicon().in(LexiconSet.CUSTODY, clause.lemma())
                ? state.contexts().status(clause, state.contexts().of(clause), true)
                : null;
        List<Actor> holders = status == Status.ASSERTED
                ? Actor.first(state.roles().after(clause, "by"), around.place(clause.last(), Set.of()))
                : List.of();
        if (status != null && !holders.isEmpty()) {
            add(
                    SentenceCodingState.act(
                            clause,
                            EventType.COOPERATE,
                            status,
                            state.contexts().of(clause),
                            Rule.EXTRADITED.grounds()),
                    holders,
                    around.only(Actor.codes(holders)));
        }
    }

    private void extradition(NounGroup group) {
        List<Actor> receivers = receivers(group.modifiers());
        if (!receivers.isEmpty()) {
            add(
                    SentenceCodingState.act(
                            group, EventType.COOPERATE, Status.INTENDED, Rule.EXTRADITED.grounds(), "extradition"),
                    around.only(Actor.codes(receivers)).stream()
                            .filter(this::court)
                            .toList(),
                    receivers);
        }
    }

    private boolean court(Actor actor) {
        return state.lexicon()
                .in(LexiconSet.JUDICIARY, state.scene().singular(actor.group().head()));
    }

    private List<Actor> receivers(List<NounGroup> groups) {
        return around.named(groups, group -> "to".equals(group.preposition()), Set.of());
    }

    /** The first of each. */
    private void add(Act act, List<Actor> senders, List<Actor> receivers) {
        state.drafts()
                .addMissing(
                        act,
                        senders.stream().limit(1).toList(),
                        receivers.stream().limit(1).toList());
    }
}
