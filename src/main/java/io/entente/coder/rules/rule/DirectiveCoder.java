package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import java.util.List;

/** Codes what is said to somebody as a threat, an order or an ultimatum, and what several undertake. */
public final class DirectiveCoder {

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;

    DirectiveCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
    }

    /** "told Israel that its gunners would fire back": an announced hostile act is a threat to the hearer. */
    boolean threat(Predicate use) {
        List<Actor> hearers = roles.targets(use.clause(), use.entry(), use.codes());
        if (hearers.isEmpty() || use.sources().isEmpty()) {
            return false;
        }
        for (Clause child : stage.childrenOf(use.clause())) {
            boolean announced = child.relation() == ClauseRelation.COMPLEMENT
                    && (child.modality() == Modality.WOULD || child.modality() == Modality.FUTURE);
            boolean hostile = stage.matcher().entries(child).stream()
                    .anyMatch(e -> e.type() != null && EventTypes.hostile(e.type())
                            || e.operator() == VerbClass.RESPOND
                            || e.operator() == VerbClass.DOOM);
            if (announced && hostile && !child.negated()) {
                drafts.add(use.act(EventType.THREATEN, -6, Rule.THREAT), use.sources(), hearers);
                return true;
            }
        }
        return false;
    }

    /** "told X to stop". */
    boolean command(Predicate use) {
        boolean told = use.clause().lemma().equals("tell")
                && stage.childrenOf(use.clause()).stream().anyMatch(c -> c.relation() == ClauseRelation.INFINITIVE);
        if (told) {
            drafts.add(
                    use.act(EventType.REQUEST, -3, Rule.COMMAND),
                    use.sources(),
                    roles.object(use.clause(), use.codes()));
        }
        return told;
    }

    /** "promised Zambia cheaper beef". */
    boolean promise(Predicate use) {
        List<Actor> receivers = use.clause().object() == null
                ? List.of()
                : Actor.without(scene.agents(use.clause().object()), use.codes());
        boolean plain = stage.childrenOf(use.clause()).stream()
                .noneMatch(c -> c.relation() == ClauseRelation.INFINITIVE || c.relation() == ClauseRelation.COMPLEMENT);
        if (use.entry().type() != null || !plain || receivers.isEmpty()) {
            return false;
        }
        drafts.add(use.act(EventType.SUPPORT, Rule.PROMISE), use.sources(), receivers);
        return true;
    }

    /** What several promise together they agree on. */
    boolean undertaking(Predicate use) {
        boolean what = stage.childrenOf(use.clause()).stream().anyMatch(c -> c.relation() == ClauseRelation.INFINITIVE);
        boolean several = use.codes().size() > 1
                && what
                && use.clause().object() == null
                && use.entry().type() == null;
        if (several) {
            stage.both(use.act(EventType.AGREE, 4, Rule.UNDERTAKING), use.sources(), use.sources());
        }
        return several;
    }

    /** "gave X 48 hours to withdraw", "ordered X's diplomats to leave". */
    boolean order(Predicate use) {
        Clause clause = use.clause();
        Clause what = null;
        for (Clause child : stage.childrenOf(clause)) {
            what = child.relation() == ClauseRelation.INFINITIVE ? child : what;
        }
        List<Actor> targets = roles.object(clause, use.codes());
        if (what == null || targets.isEmpty() || use.sources().isEmpty()) {
            return false;
        }
        if (what.lemma().equals("leave")) {
            drafts.add(
                    new CandidateEvents.Act(
                            EventType.SANCTION,
                            -6,
                            use.status(),
                            "ties",
                            clause.verb(),
                            clause.last(),
                            use.context(),
                            Rule.EXPULSION.grounds(),
                            List.of(use.entry().id(), "leave")),
                    use.sources(),
                    targets);
            return true;
        }
        boolean deadline = clause.lemma().equals("give") && timed(clause.last(), what.first());
        if (deadline) {
            drafts.add(
                    new CandidateEvents.Act(
                            EventType.REQUEST,
                            -6,
                            use.status(),
                            "threat",
                            clause.verb(),
                            clause.last(),
                            use.context(),
                            Rule.ULTIMATUM.grounds(),
                            List.of(use.entry().id())),
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
