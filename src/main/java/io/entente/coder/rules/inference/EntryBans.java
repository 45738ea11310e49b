package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;

/** People whom somebody keeps out of the state that is named as the place which they may not enter. */
final class EntryBans implements Runnable {
    private final SentenceCodingState state;

    EntryBans(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup kept = clause.passive() ? clause.subject() : null;
            if (kept != null && state.lexicon().in(LexiconSet.EXCLUDING, clause.lemma())) {
                for (Clause entry : state.childrenOf(clause)) {
                    if (entry.relation() == ClauseRelation.GERUND && entry.lemma().equals("enter")) {
                        banned(clause, kept, entry);
                    }
                }
            }
        }
    }

    private void banned(Clause clause, NounGroup kept, Clause entry) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        if (status == null || status == Status.DENIED) {
            return;
        }
        List<Actor> people = new ArrayList<>(state.scene().actors(kept));
        for (NounGroup modifier : NounRoles.chain(kept)) {
            people.addAll("from".equals(modifier.preposition()) ? state.scene().actors(modifier) : List.of());
        }
        List<Actor> named = state.roles().after(clause, "by");
        List<Actor> keepers = named.isEmpty() && entry.object() != null
                ? state.scene().nearest(entry.object(), Actor.codes(people), true)
                : named;
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(
                                clause,
                                EventType.SANCTION,
                                EventTypes.intensity(EventType.SANCTION),
                                status,
                                context,
                                Rule.EXCLUDED.grounds(),
                                null),
                        keepers,
                        people);
    }
}
