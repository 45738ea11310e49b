package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one does in response to what another did goes to that other: "deployed a battery in X in response to Y's launch". What is
 * answered was done to whoever answers it, if a noun says what it was.
 */
final class Answers implements Runnable {
    private final SentenceCodingState state;

    Answers(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            boolean answer = "in".equals(group.preposition())
                    && state.lexicon().in(LexiconSet.ANSWER, state.scene().head(group));
            Clause clause = answer ? state.nounClauses().of(group) : null;
            for (NounGroup modifier : clause == null ? List.<NounGroup>of() : group.modifiers()) {
                if (clause != null && FunctionWords.ANSWERED.has(modifier.preposition())) {
                    answered(clause, modifier);
                }
            }
        }
    }

    private void answered(Clause clause, NounGroup deed) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> answering = state.roles().subject(clause, context, 3).stream()
                .filter(Actor::countryOrBloc)
                .toList();
        List<Actor> doers = Actor.without(
                state.scene().actors(deed).stream()
                        .filter(actor -> actor.mention().first() < deed.head())
                        .toList(),
                Actor.codes(answering));
        if (answering.size() != 1 || doers.size() != 1 || status == null || status == Status.DENIED) {
            return;
        }
        NounEntry noun = state.scene().event(deed);
        EventType type = noun != null && noun.type() == EventType.REQUEST ? null : type(clause);
        if (type != null) {
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(
                                    clause,
                                    type,
                                    EventTypes.intensity(type),
                                    status,
                                    context,
                                    Rule.ANSWERED.grounds(),
                                    null),
                            answering,
                            doers);
        }
        if (noun != null && EventTypes.hostile(noun.type())) {
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(
                                    deed, noun, Status.ASSERTED, Factuality.NARRATED, Rule.ANSWERED.grounds()),
                            doers,
                            answering);
        }
    }

    /** What the answer is; troops and weapons that go to a friend are a warning to whoever provoked it. */
    private @Nullable EventType type(Clause clause) {
        for (VerbEntry entry : state.matcher().entries(clause)) {
            EventType type = entry.type();
            if (type != null && EventTypes.hostile(type)) {
                return type;
            }
            if (type == EventType.AID || type == EventType.COOPERATE) {
                return forces(clause) ? EventType.MOBILIZE : null;
            }
        }
        return null;
    }

    private boolean forces(Clause clause) {
        NounGroup object = clause.object();
        String noun = object == null ? "" : state.scene().singular(object.head());
        return state.lexicon().in(LexiconSet.FORCES, noun)
                || state.lexicon().in(LexiconSet.WEAPON, noun)
                || state.lexicon().in(LexiconSet.AIRCRAFT, noun)
                || state.lexicon().in(LexiconSet.VESSEL, noun);
    }
}
