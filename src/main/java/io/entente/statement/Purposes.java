package io.entente.statement;

import static io.entente.statement.Stage.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.Relation;
import io.entente.statement.Drafts.Act;
import java.util.List;
import java.util.Set;

/** What depends on a clause and turns its act into another one: what it is for, what it is ready for, on what condition. */
final class Purposes {
    private static final double SURE = 0.85;
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "should");

    private final Stage stage;

    Purposes(Stage stage) {
        this.stage = stage;
    }

    /** "sent troops to help X": no menace but aid. */
    boolean helps(Use use) {
        for (Clause child : stage.childrenOf(use.clause())) {
            if (child.relation() != Relation.INFINITIVE || !stage.lexicon().in("helping", child.lemma())) {
                continue;
            }
            List<Actor> helped = first(
                    stage.roles().object(child, use.codes()),
                    stage.roles().anywhere(child, use.codes()),
                    stage.roles().targets(use.clause(), use.entry(), use.codes()));
            if (!helped.isEmpty()) {
                Act act = Stage.act(
                        use.clause(),
                        EventType.AID,
                        EventTypes.intensity(EventType.AID),
                        use.status(),
                        use.context(),
                        "purpose",
                        use.entry(),
                        SURE);
                stage.drafts().add(act, use.sources(), helped);
                return true;
            }
        }
        return false;
    }

    /** "is ready to strike X": an offer of something hostile is a threat. */
    boolean threatens(Use use) {
        if (use.entry().operator() != Operator.OFFER) {
            return false;
        }
        return stage.childrenOf(use.clause()).stream()
                .filter(child -> child.relation() == Relation.INFINITIVE && !child.negated())
                .flatMap(child -> stage.matcher().entries(child).stream().limit(1))
                .anyMatch(e -> e.operator() == Operator.RESPOND || e.type() != null && menacing(e.type()));
    }

    /** "will close the strait if attacked". */
    boolean conditional(Use use, EventType type) {
        return use.status() == Status.INTENDED
                && menacing(type)
                && stage.scene().parse().clauses().stream()
                        .anyMatch(c -> c.relation() == Relation.ADVERBIAL
                                && c.introducer() != null
                                && CONDITIONS.contains(c.introducer()));
    }

    private static boolean menacing(EventType type) {
        return EventTypes.force(type) || type == EventType.SANCTION;
    }
}
