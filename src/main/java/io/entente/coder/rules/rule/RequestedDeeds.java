package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.List;

/** "closed its crossings at X's request", "sent soldiers to Latvia at Riga's invitation": what is asked for does no harm. */
final class RequestedDeeds implements OrderedRule<Deed> {
    private final SentenceCodingState state;

    RequestedDeeds(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public Answer apply(Deed deed) {
        if (!EventTypes.hostile(deed.type()) || deed.sources().isEmpty()) {
            return Answer.CONTINUE;
        }
        for (NounGroup argument : deed.clause().arguments()) {
            List<Actor> asking =
                    request(argument) ? Actor.without(state.scene().actors(argument), deed.codes()) : List.of();
            if (!asking.isEmpty()) {
                if (deed.type() == EventType.MOBILIZE) {
                    state.drafts().add(deed.predicate().act(EventType.AID, Rule.REQUESTED), deed.sources(), asking);
                }
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }

    private boolean request(NounGroup argument) {
        return ("at".equals(argument.preposition()) || "on".equals(argument.preposition()))
                && state.lexicon().in(LexiconSet.ASKED, state.scene().head(argument));
    }
}
