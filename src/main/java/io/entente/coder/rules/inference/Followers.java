package io.entente.coder.rules.inference;

import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;

/** Who follows suit does what was reported last. */
final class Followers implements Runnable {
    private final SentenceCodingState state;

    Followers(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup object = clause.object();
            boolean follows = clause.lemma().equals("follow")
                    && !clause.negated()
                    && object != null
                    && state.scene().head(object).equals("suit");
            if (follows) {
                follow(clause);
            }
        }
    }

    private void follow(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> followers = state.roles().subject(clause, context, 3);
        CandidateEvent done = status == null ? null : state.memory().lastBy(Actor.codes(followers));
        if (done != null && status != null) {
            Act act = new Act(
                    done.type(),
                    done.intensity(),
                    status,
                    done.severe(),
                    clause.verb(),
                    clause.last(),
                    context,
                    Rule.FOLLOWED.grounds(),
                    done.entries());
            state.drafts().addMissing(act, followers, List.of(done.target()));
        }
    }
}
