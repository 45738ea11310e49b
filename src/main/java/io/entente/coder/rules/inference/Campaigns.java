package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Campaigns and withdrawals named after the land: "its Crimea campaign", "preparations for a withdrawal from X". */
final class Campaigns implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Campaigns(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            String noun = state.scene().singular(group.head());
            if (state.lexicon().in(LexiconSet.PULLOUT, noun)) {
                add(group, EventType.RETREAT, Status.INTENDED);
            } else if (state.lexicon().in(LexiconSet.CAMPAIGN, noun) && owned(group)) {
                add(group, EventType.ASSAULT, Status.ASSERTED);
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

    private void add(NounGroup group, EventType type, Status status) {
        List<Actor> lands = Actor.first(before(group), after(group, type));
        if (lands.size() != 1) {
            return;
        }
        List<Actor> forces = around.only(Actor.codes(lands)).stream()
                .filter(actor -> actor.direct() || actor.mention().kind() != MentionKind.DEMONYM)
                .toList();
        String noun = state.scene().singular(group.head());
        state.drafts()
                .addMissing(SentenceCodingState.act(group, type, status, Rule.GROUND.grounds(), noun), forces, lands);
    }

    /** "the Crimea pullout": a place's name before the noun. */
    private List<Actor> before(NounGroup group) {
        return around.named().stream()
                .filter(actor -> actor.group() == group
                        && actor.mention().last() == group.head()
                        && land(actor.mention().kind()))
                .toList();
    }

    private static boolean land(MentionKind kind) {
        return kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
    }

    private List<Actor> after(NounGroup group, EventType type) {
        return around.named(
                group.modifiers(),
                modifier -> type == EventType.RETREAT
                        ? "from".equals(modifier.preposition())
                        : FunctionWords.GROUND_OF_NOUN.has(modifier.preposition()),
                Set.of());
    }
}
