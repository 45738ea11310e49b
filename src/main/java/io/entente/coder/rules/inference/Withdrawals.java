package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Campaigns and withdrawals named after the land: "its Gaza offensive", "preparations for a withdrawal from X". */
final class Withdrawals implements Runnable {

    private final SentenceCodingState state;
    private final Surroundings around;

    Withdrawals(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            String noun = state.scene().singular(group.head());
            if (state.lexicon().in(LexiconSet.PULLOUT, noun)) {
                add(group, group.head(), EventType.RETREAT, Status.INTENDED);
            } else if (state.lexicon().in(LexiconSet.CAMPAIGN, noun) && owned(group)) {
                add(group, group.head(), EventType.ASSAULT, Status.ASSERTED);
            }
        }
    }

    /** "its offensive", "the army's offensive": somebody else's may be the land's own. */
    private boolean owned(NounGroup group) {
        for (int i = Math.max(0, group.first() - 1); i < group.head(); i++) {
            if (FunctionWords.OTHER_POSSESSIVE.has(state.scene().lower(i))
                    || FunctionWords.DETERMINER.has(state.scene().lower(i))
                            && !FunctionWords.ARTICLE.has(state.scene().lower(i))
                    || state.scene().lower(i).equals("'s")) {
                return true;
            }
        }
        return false;
    }

    private void add(NounGroup group, int noun, EventType type, Status status) {
        List<Actor> lands = Actor.first(before(group, noun), after(group, type));
        if (lands.size() != 1) {
            return;
        }
        Set<String> land = Actor.codes(lands);
        List<Actor> forces = around.only(land).stream()
                .filter(actor -> actor.direct() || actor.mention().kind() != MentionKind.DEMONYM)
                .toList();
        if (!forces.isEmpty()
                && !state.drafts().has(forces.get(0).code(), lands.get(0).code())) {
            Act act = new Act(
                    type,
                    EventTypes.intensity(type),
                    status,
                    null,
                    noun,
                    noun + 1,
                    Factuality.NARRATED,
                    Rule.GROUND.grounds(),
                    List.of(state.scene().singular(noun)));
            state.drafts().add(act, forces, lands);
        }
    }

    /** "the Gaza pullout": a place's name before the noun. */
    private List<Actor> before(NounGroup group, int noun) {
        return around.named().stream()
                .filter(actor -> actor.group() == group
                        && actor.mention().last() == noun
                        && land(actor.mention().kind()))
                .toList();
    }

    private static boolean land(MentionKind kind) {
        return kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
    }

    private List<Actor> after(NounGroup group, EventType type) {
        return group.modifiers().stream()
                .filter(modifier -> type == EventType.RETREAT
                        ? "from".equals(modifier.preposition())
                        : FunctionWords.GROUND_OF_NOUN.has(modifier.preposition()))
                .map(modifier -> state.scene().nearest(modifier, Set.of(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
