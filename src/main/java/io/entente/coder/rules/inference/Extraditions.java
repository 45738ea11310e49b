package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
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
        for (NounGroup group : state.scene().parse().groups()) {
            if (state.scene().head(group).equals("extradition")) {
                extradition(group);
            }
        }
    }

    private void sent(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> receivers = status == null || status == Status.DENIED
                ? List.of()
                : clause.arguments().stream()
                        .filter(argument -> "to".equals(argument.preposition()))
                        .map(argument -> state.scene().nearest(argument, Set.of(), true))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
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
                    SentenceCodingState.act(
                            clause,
                            EventType.COOPERATE,
                            EventTypes.intensity(EventType.COOPERATE),
                            status,
                            context,
                            Rule.EXTRADITED.grounds(),
                            null),
                    Actor.without(senders, there),
                    receivers);
        }
    }

    private void extradition(NounGroup group) {
        List<Actor> receivers = group.modifiers().stream()
                .filter(modifier -> "to".equals(modifier.preposition()))
                .map(modifier -> state.scene().nearest(modifier, Set.of(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!receivers.isEmpty()) {
            add(
                    new Act(
                            EventType.COOPERATE,
                            EventTypes.intensity(EventType.COOPERATE),
                            Status.INTENDED,
                            null,
                            group.head(),
                            group.head() + 1,
                            Factuality.NARRATED,
                            Rule.EXTRADITED.grounds(),
                            List.of("extradition")),
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

    private void add(Act act, List<Actor> senders, List<Actor> receivers) {
        if (!senders.isEmpty()
                && !state.drafts().has(senders.get(0).code(), receivers.get(0).code())) {
            state.drafts().add(act, senders.subList(0, 1), receivers.subList(0, 1));
        }
    }
}
