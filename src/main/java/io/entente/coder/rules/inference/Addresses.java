package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import java.util.List;

/** Who tells another state's leader something says it to that state, whatever it is. */
final class Addresses implements Runnable {
    private final SentenceCodingState state;

    Addresses(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            boolean addresses = !clause.passive() && state.lexicon().in(LexiconSet.ADDRESSING, clause.lemma());
            if (addresses && !quoted(clause.first())) {
                address(clause);
            }
        }
    }

    /** Whether the words themselves are quoted before the verb, so that they say more. */
    private boolean quoted(int verb) {
        for (int i = 0; i < verb; i++) {
            if (state.scene().lower(i).equals("\"")) {
                return true;
            }
        }
        return false;
    }

    private void address(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status != Status.ASSERTED) {
            return;
        }
        List<Actor> speakers = state.roles().subject(clause, context, 3).stream()
                .filter(Actor::country)
                .toList();
        List<Actor> addressed = Actor.without(state.scene().agents(clause.object()), Actor.codes(speakers)).stream()
                .filter(actor -> actor.country() && actor.direct())
                .toList();
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(clause, EventType.STATEMENT, status, context, Rule.REMARK.grounds()),
                        speakers,
                        addressed);
    }
}
