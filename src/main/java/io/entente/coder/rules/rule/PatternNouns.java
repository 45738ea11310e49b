package io.entente.coder.rules.rule;

import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;

/** The noun of a pattern is reported with its verb, so that it is not an event of its own, unless somebody else does what it names. */
final class PatternNouns implements OrderedRule<Deed> {
    private final SentenceCodingState state;

    PatternNouns(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public Answer apply(Deed deed) {
        if (deed.predicate().entry().pattern() && !deed.has(VerbMark.THIRD)) {
            for (NounGroup group : groups(deed)) {
                NounEntry noun = state.lexicon().nounOf(state.scene().head(group));
                if (noun != null
                        && deed.predicate().entry().needs(noun.id())
                        && (deed.has(VerbMark.SWITCH) || own(deed, group, noun))) {
                    state.take(group);
                }
            }
        }
        return Answer.CONTINUE;
    }

    private static List<NounGroup> groups(Deed deed) {
        List<NounGroup> groups = new ArrayList<>(deed.clause().arguments());
        NounGroup subject = deed.clause().subject();
        if (deed.clause().passive() && subject != null) {
            groups.add(subject);
        }
        return groups;
    }

    private boolean own(Deed deed, NounGroup group, NounEntry noun) {
        return Actor.without(state.nouns().agents(group, noun), deed.codes()).isEmpty();
    }
}
