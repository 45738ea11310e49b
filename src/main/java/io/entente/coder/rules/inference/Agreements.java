package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.NounClauses;
import io.entente.coder.rules.discourse.NounFactuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Agreements that a sentence takes for granted: "because of the new X-Y deal", "the pact between X and Y". */
final class Agreements implements Runnable {
    private final SentenceCodingState state;
    private final NounFactuality factuality;
    private final NounClauses clauses;

    Agreements(SentenceCodingState state) {
        this.state = state;
        this.factuality = new NounFactuality(state);
        this.clauses = new NounClauses(state.scene());
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.scene().event(group);
            boolean agreement = noun != null
                    && noun.type() == EventType.AGREE
                    && state.scene().in(LexiconSet.AGREED, state.scene().singular(group.head()));
            Clause clause = agreement ? clauses.of(Requests.outermost(group)) : null;
            if (noun != null && clause != null && real(group, clause) && settled(group)) {
                agreed(group, noun, parties(group));
            }
        }
    }

    /** "withdrew because of the deal" withdraws from none. */
    private boolean real(NounGroup group, Clause clause) {
        return "because of".equals(group.preposition())
                || "under".equals(group.preposition())
                || !factuality.isUnreal(group, clause);
    }

    /** Whether it is there: not one that is yet to come or yet to be found. */
    private boolean settled(NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            String word = state.scene().lower(i);
            if (word.equals("no") || word.equals("any") || state.scene().in(LexiconSet.IMAGINED, word)) {
                return false;
            }
        }
        return true;
    }

    private List<Actor> parties(NounGroup group) {
        List<Actor> joined = state.scene().actors(group).stream()
                .filter(actor -> state(actor) && linked(actor.mention(), group))
                .toList();
        if (joined.size() > 1) {
            return joined;
        }
        for (NounGroup modifier : group.modifiers()) {
            List<Actor> named = state.scene().agents(modifier).stream()
                    .filter(actor -> state(actor) && actor.direct())
                    .toList();
            if ("between".equals(modifier.preposition()) && named.size() > 1 && definite(group)) {
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

    private void agreed(NounGroup group, NounEntry noun, List<Actor> parties) {
        Set<String> codes = Actor.codes(parties);
        if (codes.size() == 2) {
            for (Actor party : parties) {
                state.drafts()
                        .addMissing(
                                SentenceCodingState.act(
                                        group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.AGREED.grounds()),
                                List.of(party),
                                Actor.without(parties, Set.of(party.code())));
            }
        }
    }

    private static boolean state(Actor actor) {
        return actor.mention().actorKind() == ActorKind.COUNTRY
                || actor.mention().actorKind() == ActorKind.BLOC;
    }
}
