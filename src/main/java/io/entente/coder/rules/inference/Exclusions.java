package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
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
import java.util.Set;

/**
 * People whom a state keeps out, sends away or blacklists where only the place or the list says which state: "were blocked from entering X", "were
 * refused entry to X", "was put on X's sanctions list".
 */
final class Exclusions implements Runnable {
    private final SentenceCodingState state;

    Exclusions(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup kept = clause.passive() ? clause.subject() : null;
            if (kept != null && state.lexicon().in(LexiconSet.EXCLUDING, clause.lemma())) {
                for (Clause entry : state.childrenOf(clause)) {
                    if (entry.relation() == ClauseRelation.GERUND
                            && state.lexicon().in(LexiconSet.JOURNEY, entry.lemma())) {
                        banned(clause, kept, entry.arguments());
                    }
                }
                if (state.lexicon().in(LexiconSet.ENTRY, object(clause))) {
                    banned(clause, kept, clause.arguments());
                }
            }
            if (kept != null && envoy(kept) && unwanted(clause)) {
                List<NounGroup> places = new ArrayList<>(clause.arguments());
                places.addAll(NounRoles.chain(kept));
                banned(clause, kept, places);
            }
            if (kept != null
                    && state.matcher().entries(clause).stream().anyMatch(e -> e.type() == EventType.SANCTION)) {
                banned(clause, kept, lists(clause));
            }
        }
    }

    private List<NounGroup> lists(Clause clause) {
        return clause.arguments().stream()
                .filter(argument -> ("on".equals(argument.preposition()) || "to".equals(argument.preposition()))
                        && state.scene().singular(argument.head()).endsWith("list"))
                .toList();
    }

    private String object(Clause clause) {
        NounGroup object = clause.object();
        return object == null ? "" : state.scene().singular(object.head());
    }

    /** An envoy, an embassy, or those who work there. */
    private boolean envoy(NounGroup group) {
        return state.lexicon().in(LexiconSet.ENVOY, state.scene().singular(group.head()))
                || NounRoles.chain(group).stream()
                        .anyMatch(modifier -> "of".equals(modifier.preposition())
                                && state.lexicon()
                                        .in(LexiconSet.ENVOY, state.scene().singular(modifier.head())));
    }

    /** "was expelled", "was declared persona non grata", "was told to leave". */
    private boolean unwanted(Clause clause) {
        boolean told = state.lexicon().in(LexiconSet.DIRECTING, clause.lemma())
                && state.childrenOf(clause).stream()
                        .anyMatch(child -> child.relation() == ClauseRelation.INFINITIVE
                                && !child.negated()
                                && state.lexicon().in(LexiconSet.LEAVING, child.lemma()));
        return told
                || clause.lemma().equals("expel")
                || object(clause).equals("grata")
                || object(clause).equals("gratae");
    }

    private void banned(Clause clause, NounGroup kept, List<NounGroup> places) {
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
        List<Actor> keepers = named.isEmpty() ? place(places, Actor.codes(people)) : named;
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(clause, EventType.SANCTION, status, context, Rule.EXCLUDED.grounds()),
                        keepers,
                        people);
    }

    /** The first place that is named in a state other than {@code excluded}. */
    private List<Actor> place(List<NounGroup> places, Set<String> excluded) {
        for (NounGroup place : places) {
            List<Actor> found =
                    "by".equals(place.preposition()) ? List.of() : state.scene().nearest(place, excluded, true);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
