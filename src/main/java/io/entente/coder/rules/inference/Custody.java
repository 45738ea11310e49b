package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
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
import org.jspecify.annotations.Nullable;

/**
 * What police and courts do to people of another state, wherever the sentence says whose they are and where it happens: "J. Doe, a
 * Kenyan trader, was arrested at an airport in Chad", "a court in Chad convicted eight men, including two Kenyans".
 */
final class Custody implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Custody(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            if (state.lexicon().in(LexiconSet.TRIAL, state.scene().singular(group.head()))) {
                trial(group);
            }
            if (state.lexicon().in(LexiconSet.PRISON, state.scene().singular(group.head()))) {
                prison(group);
            }
        }
        for (Clause clause : state.scene().parse().clauses()) {
            Factuality context = state.contexts().of(clause);
            Status status = detains(clause) ? state.contexts().status(clause, context, true) : null;
            if (status != null && status != Status.DENIED) {
                List<Actor> held = held(clause);
                List<Actor> holding = held.isEmpty() ? List.of() : holding(clause, context, Actor.codes(held));
                boolean known = holding.isEmpty()
                        || state.drafts().has(holding.get(0).code(), held.get(0).code());
                if (!known) {
                    state.drafts()
                            .add(
                                    SentenceCodingState.act(
                                            clause, EventType.COERCE, status, context, Rule.CUSTODY.grounds()),
                                    holding,
                                    held);
                }
            }
        }
    }

    private boolean detains(Clause clause) {
        boolean attempts = clause.lemma().equals("try") && !clause.passive();
        return !attempts && state.lexicon().in(LexiconSet.CUSTODY, clause.lemma())
                || clause.passive() && clause.lemma().equals("hold") && imprisoned(clause.subject())
                || accused(clause)
                || phrase(clause);
    }

    /** "pleads guilty in X", "faces charges in X": the subject is the one to whom it is done. */
    private boolean accused(Clause clause) {
        if (clause.passive()) {
            return false;
        }
        return switch (clause.lemma()) {
            case "plead" -> says(clause, "guilty");
            case "face" -> state.lexicon().in(LexiconSet.PROSECUTION, object(clause));
            default -> false;
        };
    }

    /** "found X guilty", "was taken into custody", "was denied bail". */
    private boolean phrase(Clause clause) {
        return switch (clause.lemma()) {
            case "find" -> says(clause, "guilty");
            case "take" -> clause.passive() && says(clause, "custody");
            case "deny", "refuse" -> clause.passive() && says(clause, "bail");
            default -> false;
        };
    }

    private boolean says(Clause clause, String word) {
        int end = end(clause.last());
        for (int i = clause.last(); i < end; i++) {
            if (state.scene().lower(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private String object(Clause clause) {
        NounGroup object = clause.object();
        return object == null ? "" : state.scene().singular(object.head());
    }

    /** To whom a clause does it. */
    private @Nullable NounGroup patient(Clause clause) {
        return clause.passive() || accused(clause) ? clause.subject() : clause.object();
    }

    /** "prisoners held in X": not hostages, whom no state holds. */
    private boolean imprisoned(@Nullable NounGroup group) {
        return group != null
                && state.lexicon().in(LexiconSet.PRISONER, state.scene().singular(group.head()));
    }

    /** "the trial of two Kenyans", "a sentence on J. Doe, a Kenyan": in the state whose court or town is named. */
    private void trial(NounGroup group) {
        List<Actor> held = people(group.head(), end(group.head()), group);
        detained(group, held.isEmpty() ? List.of() : courts(group.head(), Actor.codes(held)), held);
    }

    private void detained(NounGroup group, List<Actor> holding, List<Actor> held) {
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(
                                group,
                                EventType.COERCE,
                                Status.ASSERTED,
                                Rule.CUSTODY.grounds(),
                                state.scene().head(group)),
                        holding,
                        held);
    }

    /** "Kenyan prisoners in Chadian jails". */
    private void prison(NounGroup group) {
        boolean in = FunctionWords.AT_PLACE.has(group.preposition());
        List<Actor> holding = in
                ? around.states(Set.of()).stream()
                        .filter(actor ->
                                actor.group() == group && actor.mention().last() <= group.head())
                        .toList()
                : List.of();
        if (holding.size() == 1) {
            List<Actor> held = around.people(group.first(), Actor.codes(holding)).stream()
                    .filter(actor -> actor.mention().first() < group.first())
                    .toList();
            detained(group, holding, held);
        }
    }

    /** Where the clause ends in which a token stands: at the next verb, or at the end of the sentence. */
    private int end(int token) {
        int end = state.scene().tokens().size();
        for (Clause clause : state.scene().parse().clauses()) {
            if (clause.first() > token && !"include".equals(clause.lemma())) {
                end = Math.min(end, clause.first());
            }
        }
        return end;
    }

    /** Those to whom it is done: named where the verb has them, in an apposition or a list beside it. */
    private List<Actor> held(Clause clause) {
        NounGroup patient = patient(clause);
        boolean before = clause.passive() || accused(clause);
        int from = before ? (patient == null ? 0 : patient.first()) : clause.verb();
        int to = before ? clause.verb() : end(clause.last());
        List<Actor> held = people(from, to, patient);
        boolean left = held.isEmpty() && clause.passive() && !clause.finite() && nobody(patient);
        return left
                ? around.people(clause.verb(), Set.of()).stream()
                        .filter(actor -> actor.mention().first() < clause.verb())
                        .toList()
                : held;
    }

    /** "was moved after being jailed by X": who is meant stands before. */
    private boolean nobody(@Nullable NounGroup group) {
        return group == null
                || state.scene().actors(group).isEmpty()
                        && !state.scene().person(group)
                        && !state.lexicon()
                                .in(LexiconSet.NATIONAL, state.scene().singular(group.head()));
    }

    private List<Actor> people(int from, int to, @Nullable NounGroup patient) {
        return around.named().stream()
                .filter(actor -> actor.mention().first() >= from - 1
                        && actor.mention().first() < to
                        && (around.people(actor) || described(actor, patient))
                        && !state.lexicon()
                                .in(
                                        LexiconSet.FIRM,
                                        state.scene().singular(actor.group().head()))
                        && !beside(actor.group(), patient))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    /** "Kenyan sculptor J. Doe": whose the person is with whom the clause deals. */
    private boolean described(Actor actor, @Nullable NounGroup patient) {
        return actor.group() == patient
                && actor.mention().kind() == MentionKind.DEMONYM
                && actor.mention().last() <= patient.head()
                && state.scene().tokens().get(patient.head()).capitalised();
    }

    /** "jailed for killing two Kenyans": whoever stands after another preposition than "of" is not held. */
    private static boolean beside(NounGroup group, @Nullable NounGroup patient) {
        return group != patient && group.preposition() != null && !"of".equals(group.preposition());
    }

    private List<Actor> holding(Clause clause, Factuality context, Set<String> held) {
        boolean suffered = clause.passive() || accused(clause);
        List<Actor> named =
                suffered ? state.roles().after(clause, "by") : state.roles().subject(clause, context, 3);
        NounGroup agent = suffered ? clause.argument("by") : clause.subject(); // "detained by gunmen in X"
        if (!named.isEmpty() || agent != null && !official(agent)) {
            return Actor.without(named, held);
        }
        List<Actor> courts = courts(clause.verb(), held);
        NounGroup patient = patient(clause);
        boolean described =
                around.named().stream().anyMatch(actor -> held.contains(actor.code()) && described(actor, patient));
        boolean home = !around.place(clause.verb(), Set.of()).isEmpty();
        return courts.isEmpty() && !described && !home
                ? around.only(held).stream()
                        .filter(actor -> actor.mention().kind() != MentionKind.DEMONYM)
                        .toList()
                : courts;
    }

    /** Whose court, police or prison the sentence names, or else where it is. */
    private List<Actor> courts(int trigger, Set<String> held) {
        List<Actor> courts = around.states(held).stream()
                .filter(actor -> actor.mention().kind() != MentionKind.REFERENCE && official(actor.group()))
                .toList();
        return Actor.codes(courts).size() == 1
                ? courts.subList(0, 1)
                : around.place(trigger, held).stream()
                        .filter(actor -> nearby(trigger, actor.mention().first()) && !crime(actor.group()))
                        .toList();
    }

    /** Whether a place stands before the verb, or with it or one joined to it: not "arrested after flying a kite into X". */
    private boolean nearby(int trigger, int place) {
        return state.scene().parse().clauses().stream()
                .noneMatch(clause -> clause.first() > trigger && clause.first() < place && !clause.conjoined());
    }

    /** "convicted of the murder of a man in X": where the crime was committed, not where somebody is tried. */
    private boolean crime(NounGroup place) {
        for (NounGroup group = place.governor(); group != null; group = group.governor()) {
            if (state.lexicon().in(LexiconSet.CRIME, state.scene().singular(group.head()))) {
                return true;
            }
        }
        return false;
    }

    private boolean official(NounGroup group) {
        return state.lexicon().in(LexiconSet.JUDICIARY, state.scene().singular(group.head()));
    }
}
