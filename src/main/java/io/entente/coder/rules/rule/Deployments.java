package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.NounGroup;
import java.util.List;

/** Forces that are sent not to threaten but to help. */
final class Deployments {
    private final SentenceCodingState state;

    Deployments(SentenceCodingState state) {
        this.state = state;
    }

    /** "sent bombers in a show of support for its ally": then they threaten nobody. */
    Answer supports(Deed deed) {
        return Answer.handledIf(deed.type() == EventType.MOBILIZE
                && deed.clause().arguments().stream().anyMatch(argument -> {
                    NounEntry noun = state.lexicon().nounOf(state.scene().head(argument));
                    return noun != null && noun.type() == EventType.SUPPORT;
                }));
    }

    /** "will send 450 soldiers to Latvia, the minister confirmed": reported by who sends them, and not to a border, it is help. */
    Answer lends(Deed deed) {
        if (deed.type() == EventType.MOBILIZE && confirmed(deed)) {
            for (NounGroup argument : deed.clause().arguments()) {
                List<Actor> there = "to".equals(argument.preposition())
                        ? Actor.without(state.scene().actors(argument), deed.codes())
                        : List.of();
                if (!there.isEmpty() && there.stream().allMatch(a -> a.mention().last() == argument.last())) {
                    state.drafts().add(deed.predicate().act(EventType.AID, Rule.LENT), deed.sources(), there);
                    return Answer.HANDLED;
                }
            }
        }
        return Answer.CONTINUE;
    }

    private boolean confirmed(Deed deed) {
        Factuality context = deed.predicate().context();
        NounGroup sent = deed.clause().passive()
                ? deed.clause().subject()
                : deed.clause().object();
        return context.said()
                && !deed.sources().isEmpty()
                && sent != null
                && state.lexicon().in(LexiconSet.FORCES, state.scene().singular(sent.head()))
                && Actor.codes(context.voice().actors()).containsAll(deed.codes());
    }
}
