package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import java.util.Set;

/** Distinguishes what a verb says of the end of an act from the act itself: "no longer buys", "stopped shelling", "freed those whom it held". */
public final class CessationRules {
    private static final Set<EventType> ENDING = Set.of(EventType.COOPERATE, EventType.AID, EventType.SUPPORT);

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;

    CessationRules(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
    }

    /** "did not let X's barges unload", "no longer buys X's gas": what is not allowed is forbidden, what is no longer done ends. */
    Answer barred(Deed deed) {
        Predicate use = deed.predicate();
        Clause clause = use.clause();
        boolean forbids = scene.in(LexiconSet.PERMITTING, clause.lemma());
        boolean barred = clause.negated()
                && use.status() == Status.DENIED
                && (forbids || noLonger(clause) && ENDING.contains(deed.type()))
                && !EventTypes.hostile(deed.type());
        if (barred) {
            Status status = clause.modality() == Modality.NONE ? Status.ASSERTED : Status.INTENDED;
            drafts.add(
                    SentenceCodingState.act(
                            clause,
                            EventType.SANCTION,
                            -4,
                            status,
                            use.context(),
                            Rule.NOT_ALLOWED.grounds(),
                            use.entry()),
                    use.sources(),
                    roles.targets(clause, use.entry(), use.codes()));
        }
        return Answer.handledIf(barred);
    }

    private boolean noLonger(Clause clause) {
        for (int i = Math.max(0, clause.first() - 1); i < clause.verb(); i++) {
            if (scene.lower(i).equals("longer")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it only reports the end of an act: "stopped shelling X", "stopped buying oil from X". */
    Answer stopped(Deed deed) {
        Predicate use = deed.predicate();
        if (!stops(use)) {
            return Answer.CONTINUE;
        }
        EventType end = EventTypes.hostile(deed.type()) ? EventType.RETREAT : EventType.SANCTION;
        drafts.add(
                use.asserted(end, Rule.STOPPED), use.sources(), roles.targets(use.clause(), use.entry(), use.codes()));
        return Answer.HANDLED;
    }

    private boolean stops(Predicate use) {
        Clause parent = use.clause().parent();
        return use.clause().relation() == ClauseRelation.GERUND
                && use.clause().introducer() == null
                && parent != null
                && !parent.negated()
                && use.status() == Status.DENIED
                && stage.matcher().operator(parent) == VerbClass.LIFT;
    }

    /** "pledged together to deepen ties": what they agree on is not an act of its own. */
    Answer undertaken(Deed deed) {
        Clause parent = deed.clause().parent();
        return Answer.handledIf(deed.clause().relation() == ClauseRelation.INFINITIVE
                && parent != null
                && deed.codes().size() > 1
                && stage.matcher().operator(parent) == VerbClass.PROMISE
                && parent.object() == null);
    }

    /** Whether the clause only names the state that its sentence ends: "freed the fishermen whom it had held". */
    Answer ended(Deed deed) {
        Clause clause = deed.clause();
        Clause parent = clause.parent();
        if (clause.relation() == ClauseRelation.RELATIVE
                && clause.passive()
                && clause.antecedent() != null
                && lifted(clause)) {
            return Answer.HANDLED;
        }
        return Answer.handledIf(clause.relation() == ClauseRelation.RELATIVE
                && parent != null
                && EventTypes.hostile(deed.type())
                && (clause.lemma().equals("hold") || clause.lemma().equals("keep"))
                && stage.matcher().entries(parent).stream()
                        .anyMatch(e -> e.type() == EventType.RETREAT || e.operator() == VerbClass.LIFT));
    }

    /** Whether what the clause describes is ended by another one: "sanctions imposed on X will be lifted". */
    private boolean lifted(Clause clause) {
        return scene.parse().clauses().stream()
                .anyMatch(c -> (c.passive() ? c.subject() : c.object()) == clause.antecedent()
                        && c != clause
                        && stage.matcher().operator(c) == VerbClass.LIFT);
    }
}
