package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import java.util.List;
import java.util.Set;

/** People whom those let go who held them, where only that is said: "a Kenyan held in Chad was released". */
final class Releases implements Runnable {
    private final SentenceCodingState state;

    Releases(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            if (clause.passive() && state.lexicon().in(LexiconSet.RELEASING, clause.lemma())) {
                release(clause);
            }
        }
    }

    private void release(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        boolean named = !state.roles().after(clause, "by").isEmpty();
        if (named || status != Status.ASSERTED && status != Status.INTENDED) {
            return;
        }
        Set<String> held = Actor.codes(state.scene().actors(clause.subject()));
        List<CandidateEvent> holding = state.drafts().all().stream()
                .filter(draft -> draft.type() == EventType.COERCE
                        && draft.first() < clause.verb()
                        && held.contains(draft.target().code()))
                .toList();
        for (CandidateEvent draft : holding) {
            state.drafts()
                    .add(
                            SentenceCodingState.act(clause, EventType.RETREAT, status, context, Rule.CUSTODY.grounds()),
                            List.of(draft.source()),
                            List.of(draft.target()));
        }
    }
}
