package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whoever brings about a truce, a deal or talks of others consults with each of them: "a truce brokered by X", "X-mediated talks". */
final class Mediations implements Runnable {
    private final SentenceCodingState state;

    Mediations(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup settled = clause.antecedent() == null ? clause.subject() : clause.antecedent();
            if (clause.passive()
                    && settled != null
                    && state.lexicon().in(LexiconSet.ARRANGING, clause.lemma())
                    && (state.contexts().of(clause).status() != null
                            || state.contexts().agreed())) {
                settled(settled, state.roles().after(clause, "by"), clause.verb());
            }
        }
        for (ActorMention mention : state.scene().mentions()) {
            compound(mention);
        }
    }

    /** "U.N.-brokered agreement". */
    private void compound(ActorMention mention) {
        int verb = mention.last() + 1;
        if (verb >= state.scene().tokens().size()
                || !state.scene().lower(verb - 1).equals("-")
                || !state.lexicon().in(LexiconSet.MEDIATED, state.scene().lower(verb))) {
            return;
        }
        for (NounGroup group : state.scene().parse().groups()) {
            if (group.first() <= mention.first() && verb < group.head()) {
                settled(group, List.of(new Actor(mention, group, true)), verb);
            }
        }
    }

    private void settled(NounGroup group, List<Actor> mediators, int trigger) {
        NounEntry noun = state.scene().event(group);
        if (noun == null || mediators.isEmpty() || !settles(noun.type())) {
            return;
        }
        Set<String> own = Actor.codes(mediators);
        List<Actor> sides = Actor.without(state.nouns().participants(group, noun), own);
        sides = sides.isEmpty() ? parties(group, noun, own) : sides;
        Act act = new Act(
                EventType.CONSULT,
                EventTypes.intensity(EventType.CONSULT),
                Status.ASSERTED,
                null,
                trigger,
                trigger + 1,
                Factuality.NARRATED,
                Rule.MEDIATED.grounds(),
                List.of(state.scene().lower(trigger)));
        state.drafts().addMissing(act, mediators, sides);
    }

    private static boolean settles(EventType type) {
        return type == EventType.RETREAT || type == EventType.AGREE || type == EventType.CONSULT;
    }

    /** Those who accept it, sign it or turn it down, or two who hold it. */
    private List<Actor> parties(NounGroup group, NounEntry noun, Set<String> own) {
        boolean talks = noun.type() == EventType.CONSULT;
        List<Actor> found = new ArrayList<>();
        for (Clause clause : state.scene().parse().clauses()) {
            boolean held = talks && state.matcher().entries(clause).stream().anyMatch(VerbEntry::mutual);
            if (!held && (talks || !answers(clause))) {
                continue;
            }
            if (clause.subject() == group && clause.passive()) {
                found.addAll(Actor.without(state.roles().after(clause, "by"), own));
            } else if (clause.arguments().contains(group)) {
                Factuality context = state.contexts().of(clause);
                found.addAll(Actor.without(state.roles().subject(clause, context, 3), own));
            }
        }
        found.removeIf(actor -> actor.mention().actorKind() != ActorKind.COUNTRY);
        return talks && Actor.codes(found).size() < 2 ? List.of() : found;
    }

    private boolean answers(Clause clause) {
        return switch (state.matcher().operator(clause)) {
            case ACCEPT, AGREE, REJECT -> true;
            default ->
                state.matcher().entries(clause).stream()
                        .anyMatch(entry -> entry.type() == EventType.AGREE || entry.type() == EventType.RETREAT);
        };
    }
}
