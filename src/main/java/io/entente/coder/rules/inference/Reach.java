package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;

/** A missile that is tested, and the state that the sentence says it can hit: "tested a missile that can reach X". */
final class Reach implements Runnable {
    private final SentenceCodingState state;

    Reach(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            if (!clause.passive() && state.lexicon().in(LexiconSet.SHOWING, clause.lemma()) && weapon(clause)) {
                for (Clause later : state.scene().parse().clauses()) {
                    if (later.verb() > clause.verb() && reaches(later)) {
                        shown(clause, later);
                    }
                }
            }
        }
    }

    private boolean weapon(Clause clause) {
        NounGroup object = clause.object();
        for (int i = object == null ? 0 : object.first(); object != null && i < object.last(); i++) {
            if (state.lexicon().in(LexiconSet.WEAPON, state.scene().singular(i))) {
                return true;
            }
        }
        return false;
    }

    /** "that can hit X", "able to reach X", "capable of hitting X". */
    private boolean reaches(Clause clause) {
        if (!state.lexicon().in(LexiconSet.REACHING, clause.lemma()) || clause.negated()) {
            return false;
        }
        int before = clause.first() - 1;
        return word(clause.first(), "can")
                || word(before, "able")
                || word(before - 1, "able")
                || word(before - 1, "capable");
    }

    private boolean word(int token, String word) {
        return token >= 0 && state.scene().lower(token).equals(word);
    }

    private void shown(Clause clause, Clause reach) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> owners = state.roles().subject(clause, context, 3);
        if (status != Status.ASSERTED) {
            return;
        }
        for (NounGroup argument : reach.arguments()) {
            List<Actor> within = state.scene().nearest(argument, Actor.codes(owners), true);
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(
                                    clause, EventType.MOBILIZE, status, context, Rule.DETERRENCE.grounds()),
                            owners,
                            within.stream().filter(Actor::country).toList());
        }
    }
}
