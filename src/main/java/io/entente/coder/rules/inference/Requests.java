package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;

/** Requests and offers that only a noun names: they went to whoever does something about them, "agreed to meet a request from X". */
final class Requests implements Runnable {
    private final SentenceCodingState state;

    Requests(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.lexicon().nounOf(state.scene().head(group));
            Clause clause = noun == null || noun.type() != EventType.REQUEST
                    ? null
                    : state.nounClauses().of(outermost(group));
            if (noun != null
                    && clause != null
                    && clause.subject() != group
                    && (granted(group, clause)
                            || asked(group) && !state.nounFactuality().isUnreal(group, clause))) {
                request(group, noun, clause);
            }
        }
    }

    private boolean asked(NounGroup group) {
        return state.lexicon().in(LexiconSet.ASKING, state.scene().singular(group.head()));
    }

    /** "agreed to meet X's request", "urged Kenya to accept an X offer": it was made, whatever becomes of it. */
    private static boolean granted(NounGroup group, Clause clause) {
        return clause.relation() == ClauseRelation.INFINITIVE && clause.object() == group;
    }

    /** "in response to a request": the group that stands in the clause. */
    static NounGroup outermost(NounGroup group) {
        NounGroup at = group;
        while (at.governor() != null) {
            at = at.governor();
        }
        return at;
    }

    private void request(NounGroup group, NounEntry noun, Clause clause) {
        List<Actor> asking = state.nouns().agents(group, noun).stream()
                .filter(Actor::countryOrBloc)
                .toList();
        boolean addressed = asking.isEmpty()
                || !state.nouns().targets(group, noun, Actor.codes(asking)).isEmpty();
        if (addressed) {
            return;
        }
        Factuality context = state.contexts().of(clause);
        List<Actor> answering = Actor.without(state.roles().subject(clause, context, 6), Actor.codes(asking)).stream()
                .filter(Actor::countryOrBloc)
                .toList();
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(
                                group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.REQUESTED.grounds()),
                        asking,
                        answering);
    }
}
