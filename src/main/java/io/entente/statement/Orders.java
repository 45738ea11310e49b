package io.entente.statement;

import static io.entente.statement.Stage.act;

import io.entente.avro.EventType;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.Relation;
import java.util.List;

/** Codes what is told to somebody as a threat, an order or an ultimatum, and what several undertake. */
final class Orders {
    private static final double SURE = 0.9;
    private static final double LIKELY = 0.7;

    private final Stage stage;
    private final Scene scene;
    private final Roles roles;
    private final Drafts drafts;

    Orders(Stage stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
    }

    /** "told Israel that its gunners would fire back": an announced hostile act is a threat to the hearer. */
    boolean threat(Use use) {
        List<Actor> hearers = roles.targets(use.clause(), use.entry(), use.codes());
        if (hearers.isEmpty() || use.sources().isEmpty()) {
            return false;
        }
        for (Clause child : stage.childrenOf(use.clause())) {
            boolean announced = child.relation() == Relation.COMPLEMENT
                    && (child.modality() == Modality.WOULD || child.modality() == Modality.FUTURE);
            boolean hostile = stage.matcher().entries(child).stream()
                    .anyMatch(e -> e.type() != null && EventTypes.hostile(e.type())
                            || e.operator() == Operator.RESPOND
                            || e.operator() == Operator.DOOM);
            if (announced && hostile && !child.negated()) {
                drafts.add(
                        act(
                                use.clause(),
                                EventType.THREATEN,
                                -6,
                                use.status(),
                                use.context(),
                                "threat",
                                use.entry(),
                                LIKELY),
                        use.sources(),
                        hearers);
                return true;
            }
        }
        return false;
    }

    /** "told X to stop". */
    boolean command(Use use) {
        boolean told = use.clause().lemma().equals("tell")
                && stage.childrenOf(use.clause()).stream().anyMatch(c -> c.relation() == Relation.INFINITIVE);
        if (told) {
            drafts.add(
                    act(
                            use.clause(),
                            EventType.REQUEST,
                            -3,
                            use.status(),
                            use.context(),
                            "command",
                            use.entry(),
                            LIKELY),
                    use.sources(),
                    roles.object(use.clause(), use.codes()));
        }
        return told;
    }

    /** What several promise together they agree on. */
    boolean undertaking(Use use) {
        boolean what = stage.childrenOf(use.clause()).stream().anyMatch(c -> c.relation() == Relation.INFINITIVE);
        boolean several = use.codes().size() > 1
                && what
                && use.clause().object() == null
                && use.entry().type() == null;
        if (several) {
            stage.both(
                    act(
                            use.clause(),
                            EventType.AGREE,
                            4,
                            use.status(),
                            use.context(),
                            "undertaking",
                            use.entry(),
                            LIKELY),
                    use.sources(),
                    use.sources());
        }
        return several;
    }

    /** "gave X 48 hours to withdraw", "ordered X's diplomats to leave". */
    boolean order(Use use) {
        Clause clause = use.clause();
        Clause what = null;
        for (Clause child : stage.childrenOf(clause)) {
            what = child.relation() == Relation.INFINITIVE ? child : what;
        }
        List<Actor> targets = roles.object(clause, use.codes());
        if (what == null || targets.isEmpty() || use.sources().isEmpty()) {
            return false;
        }
        if (what.lemma().equals("leave")) {
            drafts.add(
                    new Drafts.Act(
                            EventType.SANCTION,
                            -6,
                            use.status(),
                            "ties",
                            clause.verb(),
                            clause.last(),
                            use.context(),
                            "expulsion",
                            List.of(use.entry().id(), "leave"),
                            SURE),
                    use.sources(),
                    targets);
            return true;
        }
        boolean deadline = clause.lemma().equals("give") && timed(clause.last(), what.first());
        if (deadline) {
            drafts.add(
                    new Drafts.Act(
                            EventType.REQUEST,
                            -6,
                            use.status(),
                            "threat",
                            clause.verb(),
                            clause.last(),
                            use.context(),
                            "ultimatum",
                            List.of(use.entry().id()),
                            SURE),
                    use.sources(),
                    targets);
        }
        return deadline;
    }

    private boolean timed(int from, int to) {
        for (int i = from; i < to; i++) {
            String word = scene.lower(i);
            if (word.equals("hours") || word.equals("days") || word.equals("week") || word.equals("weeks")) {
                return true;
            }
        }
        return false;
    }
}
