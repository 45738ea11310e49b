package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures that are in force, whatever the sentence says of them: "helped the bank evade X's sanctions against Y", "X's occupation of
 * Y was discussed".
 */
final class StandingMeasures implements Runnable {
    private final SentenceCodingState state;

    StandingMeasures(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.scene().event(group);
            if (noun != null && (noun.type() == EventType.SANCTION || noun.type() == EventType.COERCE)) {
                measure(group, noun);
            }
        }
    }

    private void measure(NounGroup group, NounEntry noun) {
        Clause clause = state.nounClauses().of(group);
        if (state.nounFactuality().isUnreal(group, clause) && !standing(group, clause)) {
            return;
        }
        List<Actor> sources = state.nouns().agents(group, noun).stream()
                .filter(actor -> actor.mention().first() < group.head()
                        || "by".equals(actor.group().preposition()))
                .toList();
        List<Actor> targets = sources.isEmpty() ? List.of() : state.nouns().targets(group, noun, Actor.codes(sources));
        CandidateEvents.Act act = clause != null && ending(clause, Actor.codes(sources))
                ? SentenceCodingState.act(
                        group,
                        EventType.RETREAT,
                        Status.INTENDED,
                        Rule.MEASURE.grounds(),
                        state.scene().head(group))
                : SentenceCodingState.act(group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.MEASURE.grounds());
        state.drafts().addMissing(act, sources, targets);
    }

    /** "sought to lift its embargo on Y": whose measure it is wants to end it himself. */
    private boolean ending(Clause clause, Set<String> sources) {
        Clause above = clause.parent();
        return above != null
                && !clause.finite()
                && state.matcher().operator(clause) == VerbClass.LIFT
                && above.object() == null
                && !above.negated()
                && state.matcher().operator(above) != VerbClass.REFUSE
                && Actor.codes(state.scene().agents(above.subject())).containsAll(sources)
                && !sources.isEmpty();
    }

    /** "urged X to lift its embargo on Y": what one is asked to end is in force. */
    private boolean standing(NounGroup group, @Nullable Clause clause) {
        return clause != null
                && state.matcher().operator(clause) == VerbClass.LIFT
                && (state.contexts().of(clause).status() == null
                        || state.nounFactuality().isOwned(group));
    }
}
