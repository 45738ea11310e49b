package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import java.util.List;

/** What depends on a clause and turns its act into another one: what it is for, what it is ready for, on what condition. */
public final class PurposeClauses {
    private final SentenceCodingState stage;

    PurposeClauses(SentenceCodingState stage) {
        this.stage = stage;
    }

    /** "sent troops to help X": no menace but aid. */
    Answer helps(Deed deed) {
        if (deed.type() != EventType.MOBILIZE) {
            return Answer.CONTINUE;
        }
        Predicate use = deed.predicate();
        for (Clause child : stage.childrenOf(use.clause())) {
            if (child.relation() != ClauseRelation.INFINITIVE
                    || !stage.lexicon().in(LexiconSet.HELPING, child.lemma())) {
                continue;
            }
            List<Actor> helped = first(
                    stage.roles().object(child, use.codes()),
                    stage.roles().anywhere(child, use.codes()),
                    stage.roles().targets(use.clause(), use.entry(), use.codes()));
            if (!helped.isEmpty()) {
                Act act = use.act(EventType.AID, EventTypes.intensity(EventType.AID), Rule.PURPOSE);
                stage.drafts().add(act, use.sources(), helped);
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }

    /** "is ready to strike X": an offer of something hostile is a threat. */
    boolean threatens(Predicate use) {
        if (use.entry().operator() != VerbClass.OFFER) {
            return false;
        }
        return stage.childrenOf(use.clause()).stream()
                .filter(child -> child.relation() == ClauseRelation.INFINITIVE && !child.negated())
                .flatMap(child -> stage.matcher().entries(child).stream().limit(1))
                .anyMatch(e -> e.operator() == VerbClass.RESPOND || e.type() != null && menacing(e.type()));
    }

    /** "will close the strait if attacked". */
    boolean conditional(Predicate use, EventType type) {
        return use.status() == Status.INTENDED
                && menacing(type)
                && stage.scene().parse().clauses().stream()
                        .anyMatch(c -> c.relation() == ClauseRelation.ADVERBIAL
                                && FunctionWords.CONDITIONAL.has(c.introducer()));
    }

    private static boolean menacing(EventType type) {
        return EventTypes.force(type) || type == EventType.SANCTION;
    }
}
