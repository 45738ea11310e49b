package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import java.util.List;

/** Codes what one side agrees to do for another that the clause itself does not name: "agreed to cancel the debt of X". */
final class Consents {
    private final SentenceCodingState stage;

    Consents(SentenceCodingState stage) {
        this.stage = stage;
    }

    /** Adds the consent, unless what is agreed is reported by itself: "the bloc agreed to impose sanctions on X". */
    void code(Predicate use, EventType type, List<Actor> sources) {
        if (stage.childrenOf(use.clause()).stream().noneMatch(this::told)) {
            stage.drafts()
                    .add(
                            use.act(type, Rule.CLAUSE.at(EvidenceGrade.ELSEWHERE)),
                            sources,
                            stage.roles().below(use.clause(), Actor.codes(sources), false));
        }
    }

    private boolean told(Clause child) {
        return child.relation() == ClauseRelation.INFINITIVE
                && child.parentNoun() == null
                && stage.contexts().of(child).status() != null;
    }
}
