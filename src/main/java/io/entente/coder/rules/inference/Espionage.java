package io.entente.coder.rules.inference;

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
import java.util.List;
import java.util.Set;

/** "X charged a clerk with spying for Y": X prosecutes what Y is said to have done to X. */
final class Espionage implements Runnable {
    /** How many words may stand between the spying and for whom it is. */
    private static final int REACH = 4;

    private final SentenceCodingState state;
    private final Surroundings around;

    Espionage(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        int spying = -1;
        for (int i = 0; spying < 0 && i < state.scene().tokens().size(); i++) {
            spying = state.lexicon().in(LexiconSet.SPYING, state.scene().lower(i)) ? i : -1;
        }
        if (spying < 0) {
            return;
        }
        for (Clause clause : state.scene().parse().clauses()) {
            Factuality context = state.contexts().of(clause);
            Status status = state.contexts().status(clause, context, true);
            if (state.lexicon().in(LexiconSet.LAWFUL, clause.lemma()) && status != null && status != Status.DENIED) {
                List<Actor> masters = masters(spying);
                Set<String> served = Actor.codes(masters);
                List<Actor> courts = Actor.without(
                        clause.passive()
                                ? state.roles().after(clause, "by")
                                : state.roles().subject(clause, context, 3),
                        served);
                courts = courts.isEmpty() ? around.only(served) : courts;
                state.drafts().add(act(clause, status, context), courts, masters);
                state.drafts().add(act(clause, Status.REPORTED, context), masters, courts);
                return;
            }
        }
    }

    private List<Actor> masters(int spying) {
        for (NounGroup group : state.scene().parse().groups()) {
            boolean served = FunctionWords.SERVICE.has(group.preposition());
            if (served && group.first() > spying && group.first() - spying <= REACH) {
                return state.scene().agents(group);
            }
        }
        return List.of();
    }

    private static Act act(Clause clause, Status status, Factuality context) {
        return SentenceCodingState.act(clause, EventType.COERCE, status, context, Rule.CUSTODY.grounds());
    }
}
