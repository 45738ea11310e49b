package io.entente.statement;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.Relation;
import java.util.Set;

/** Tells what a verb says of the end of an act from the act itself: "no longer buys", "stopped shelling", "freed those whom it held". */
final class Endings {
    private static final Set<String> PERMITTING = Set.of("let", "allow", "permit", "authorise", "authorize");
    private static final Set<EventType> ENDING = Set.of(EventType.COOPERATE, EventType.AID, EventType.SUPPORT);

    private final Stage stage;
    private final Scene scene;
    private final Roles roles;
    private final Drafts drafts;

    Endings(Stage stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
    }

    /** "did not let X's barges unload", "no longer buys X's gas": what is not allowed is forbidden, what is no longer done ends. */
    boolean barred(Use use, EventType type) {
        Clause clause = use.clause();
        boolean forbids = PERMITTING.contains(clause.lemma());
        boolean barred = clause.negated()
                && use.status() == Status.DENIED
                && (forbids || noLonger(clause) && ENDING.contains(type))
                && !EventTypes.hostile(type);
        if (barred) {
            Status status = clause.modality() == Modality.NONE ? Status.ASSERTED : Status.INTENDED;
            drafts.add(
                    Stage.act(
                            clause,
                            EventType.SANCTION,
                            -4,
                            status,
                            use.context(),
                            "not allowed",
                            use.entry(),
                            Targets.SLOT),
                    use.sources(),
                    roles.targets(clause, use.entry(), use.codes()));
        }
        return barred;
    }

    private boolean noLonger(Clause clause) {
        for (int i = Math.max(0, clause.first() - 1); i < clause.verb(); i++) {
            if (scene.lower(i).equals("longer")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it only tells the end of an act: "stopped shelling X", "stopped buying oil from X". */
    boolean stopped(Use use, EventType type) {
        if (!stops(use)) {
            return false;
        }
        EventType end = EventTypes.hostile(type) ? EventType.RETREAT : EventType.SANCTION;
        drafts.add(
                use.asserted(end, "stopped", Targets.SLOT),
                use.sources(),
                roles.targets(use.clause(), use.entry(), use.codes()));
        return true;
    }

    private boolean stops(Use use) {
        Clause parent = use.clause().parent();
        return use.clause().relation() == Relation.GERUND
                && use.clause().introducer() == null
                && parent != null
                && !parent.negated()
                && use.status() == Status.DENIED
                && stage.matcher().operator(parent) == Operator.LIFT;
    }

    /** "pledged together to deepen ties": what they agree on is no act of its own. */
    boolean undertaken(Use use) {
        Clause parent = use.clause().parent();
        return use.clause().relation() == Relation.INFINITIVE
                && parent != null
                && use.codes().size() > 1
                && stage.matcher().operator(parent) == Operator.PROMISE
                && parent.object() == null;
    }

    /** Whether the clause only tells the state that its sentence ends: "freed the fishermen whom it had held". */
    boolean ended(Use use, EventType type) {
        Clause clause = use.clause();
        Clause parent = clause.parent();
        if (clause.relation() == Relation.RELATIVE
                && clause.passive()
                && clause.antecedent() != null
                && lifted(clause)) {
            return true;
        }
        return clause.relation() == Relation.RELATIVE
                && parent != null
                && EventTypes.hostile(type)
                && (clause.lemma().equals("hold") || clause.lemma().equals("keep"))
                && stage.matcher().entries(parent).stream()
                        .anyMatch(e -> e.type() == EventType.RETREAT || e.operator() == Operator.LIFT);
    }

    /** Whether what the clause describes is ended by another one: "sanctions imposed on X will be lifted". */
    private boolean lifted(Clause clause) {
        return scene.parse().clauses().stream()
                .anyMatch(c -> (c.passive() ? c.subject() : c.object()) == clause.antecedent()
                        && c != clause
                        && stage.matcher().operator(c) == Operator.LIFT);
    }
}
