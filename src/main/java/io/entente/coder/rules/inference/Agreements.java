package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agreements and joint exercises that a sentence takes for granted: "because of the new X-Y deal", "the pact between X and Y". */
final class Agreements implements Runnable {
    private final SentenceCodingState state;

    Agreements(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.scene().event(group);
            EventType type = noun == null ? null : type(group, noun);
            Clause clause = type == null ? null : state.nounClauses().of(Requests.outermost(group));
            if (type != null && clause != null && real(group, clause) && settled(group)) {
                agreed(
                        SentenceCodingState.act(
                                group,
                                type,
                                Status.ASSERTED,
                                Rule.AGREED.grounds(),
                                state.scene().head(group)),
                        parties(group, type == EventType.COOPERATE));
            }
        }
    }

    private @Nullable EventType type(NounGroup group, NounEntry noun) {
        String head = state.scene().singular(group.head());
        if (noun.type() == EventType.AGREE && state.scene().in(LexiconSet.AGREED, head)) {
            return EventType.AGREE;
        }
        boolean together = state.scene().in(LexiconSet.PARTNERSHIP, head)
                || noun.type() == EventType.MOBILIZE && noun.has(NounMark.LIGHT);
        return together ? EventType.COOPERATE : null;
    }

    /** "withdrew because of the deal" withdraws from none. */
    private boolean real(NounGroup group, Clause clause) {
        return "because of".equals(group.preposition())
                || "under".equals(group.preposition())
                || !state.nounFactuality().isUnreal(group, clause);
    }

    /** Whether it is there: not one that is yet to come or yet to be found. */
    private boolean settled(NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            String word = state.scene().lower(i);
            if (word.equals("no") || state.scene().in(LexiconSet.IMAGINED, word)) {
                return false;
            }
        }
        return true;
    }

    private List<Actor> parties(NounGroup group, boolean together) {
        List<Actor> joined = state.scene().actors(group).stream()
                .filter(actor -> actor.countryOrBloc() && linked(actor.mention(), group))
                .toList();
        if (joined.size() > 1 && !together) {
            return joined;
        }
        for (NounGroup modifier : group.modifiers()) {
            List<Actor> named = state.scene().agents(modifier).stream()
                    .filter(actor -> actor.countryOrBloc() && actor.direct())
                    .toList();
            if ("between".equals(modifier.preposition())
                    && named.size() > 1
                    && (together || definite(group) || FunctionWords.BACKGROUND.has(group.preposition()))) {
                return named;
            }
        }
        return List.of();
    }

    private boolean definite(NounGroup group) {
        String first = state.scene().lower(group.first());
        return !first.equals("a") && !first.equals("an");
    }

    /** "the X-Y deal": a hyphen beside the name, inside the group. */
    private boolean linked(ActorMention mention, NounGroup group) {
        return mention.first() >= group.first()
                && mention.last() <= group.head()
                && (hyphen(mention.first() - 1) || hyphen(mention.last()));
    }

    private boolean hyphen(int token) {
        String word = token < 0 ? "" : state.scene().lower(token);
        return word.equals("-") || word.equals("\u2013");
    }

    private void agreed(Act act, List<Actor> parties) {
        Set<String> codes = Actor.codes(parties);
        if (codes.size() > 1) {
            for (Actor party : parties) {
                state.drafts().addMissing(act, List.of(party), Actor.without(parties, Set.of(party.code())));
            }
        }
    }
}
