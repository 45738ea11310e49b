package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
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

/**
 * People whom those let go who held them, where only that or the prison is said: "a Kenyan held in Chad was released", "a Kenyan left a
 * Chadian jail".
 */
final class Releases implements Runnable {
    private final SentenceCodingState state;

    Releases(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            boolean released = clause.passive() && state.lexicon().in(LexiconSet.RELEASING, clause.lemma());
            if (released) {
                release(clause);
            }
            if (released || !clause.passive() && state.lexicon().in(LexiconSet.LEAVING, clause.lemma())) {
                prison(clause);
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

    /** "was freed from a Chadian jail", "walked out of a prison in Chad". */
    private void prison(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status != Status.ASSERTED && status != Status.INTENDED) {
            return;
        }
        List<Actor> prisoners = state.scene().actors(clause.subject());
        for (NounGroup argument : clause.arguments()) {
            boolean left = argument.preposition() == null || FunctionWords.OUT_OF.has(argument.preposition());
            if (left && state.lexicon().in(LexiconSet.PRISON, state.scene().singular(argument.head()))) {
                state.drafts()
                        .addMissing(
                                SentenceCodingState.act(
                                        clause, EventType.RETREAT, status, context, Rule.CUSTODY.grounds()),
                                state.scene().nearest(argument, Actor.codes(prisoners), true),
                                prisoners);
            }
        }
    }
}
