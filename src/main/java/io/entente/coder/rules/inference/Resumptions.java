package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What two states share and open again, whoever decided it: "flights between X and Y were resumed", "the border between X and Y reopened". */
final class Resumptions implements Runnable {
    private final SentenceCodingState state;

    Resumptions(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup shared = clause.passive() || clause.object() == null ? clause.subject() : null;
            if (shared != null && clause.finite() && state.lexicon().in(LexiconSet.SHARING, clause.lemma())) {
                Factuality context = state.contexts().of(clause);
                Status status = state.contexts().status(clause, context, true);
                List<Actor> sides = asset(shared) ? sides(clause, shared) : List.of();
                if (sides.size() == 2 && (status == Status.ASSERTED || status == Status.INTENDED)) {
                    resumed(clause, status, context, sides);
                }
            }
        }
    }

    private void resumed(Clause clause, Status status, Factuality context, List<Actor> sides) {
        for (int i = 0; i < 2; i++) {
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(clause, type(clause), status, context, Rule.MUTUAL.grounds()),
                            sides.subList(i, i + 1),
                            sides.subList(1 - i, 2 - i));
        }
    }

    /** What was broken off or shut is restored; what runs again is done together. */
    private EventType type(Clause clause) {
        NounGroup shared = clause.subject();
        boolean shut = shared != null
                && state.lexicon().in(LexiconSet.FRONTIER, state.scene().singular(shared.head()));
        return shut || clause.lemma().startsWith("re-") ? EventType.RETREAT : EventType.COOPERATE;
    }

    /** Whether the noun names what two sides have with each other: a border, flights, trade. */
    private boolean asset(NounGroup group) {
        NounEntry noun = state.scene().event(group);
        return noun != null && noun.has(NounMark.ASSET);
    }

    /** Between whom, or from where to where. */
    private List<Actor> sides(Clause clause, NounGroup shared) {
        List<NounGroup> places = new ArrayList<>(shared.modifiers());
        places.addAll(clause.arguments());
        List<Actor> sides = new ArrayList<>(2);
        for (NounGroup place : places) {
            if (FunctionWords.ROUTE.has(place.preposition())) {
                List<Actor> both = state.scene().actors(place);
                List<Actor> ends = both.isEmpty() ? state.scene().nearest(place, Set.of(), true) : both;
                sides.addAll(Actor.without(ends, Actor.codes(sides)));
            }
        }
        sides.removeIf(side -> !side.country());
        return sides;
    }
}
