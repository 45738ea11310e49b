package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;

/** Who turns down what a state sponsors turns that state down, too: "rejected a Kenyan-sponsored conference". */
final class Sponsors implements Runnable {
    private final SentenceCodingState state;

    Sponsors(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup object = clause.passive() ? clause.subject() : clause.object();
            if (object != null && state.matcher().operator(clause) == VerbClass.REJECT) {
                state.scene().mentions().stream()
                        .filter(mention -> sponsors(mention, object))
                        .forEach(mention -> reject(clause, new Actor(mention, object, true)));
            }
        }
    }

    private boolean sponsors(ActorMention mention, NounGroup group) {
        int verb = mention.last() + 1;
        return group.first() <= mention.first()
                && verb < group.head()
                && state.scene().lower(verb - 1).equals("-")
                && state.lexicon().in(LexiconSet.SPONSORED, state.scene().lower(verb));
    }

    private void reject(Clause clause, Actor sponsor) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status != null && status != Status.DENIED) {
            List<Actor> rejecting = clause.passive()
                    ? state.roles().after(clause, "by")
                    : state.roles().subject(clause, context, 3);
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(clause, EventType.REJECT, status, context, Rule.ANSWER.grounds()),
                            rejecting,
                            List.of(sponsor));
        }
    }
}
