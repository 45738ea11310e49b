package io.entente.coder.rules.rule;

import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.AdjunctEntry;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes acts that a phrase beside a clause names: "in a rebuke to X, Y …", "to X's anger, Y …", "at X's request, Y …". */
public final class AdjunctCoder {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    AdjunctCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    void code() {
        for (NounGroup group : scene.parse().groups()) {
            AdjunctEntry adjunct = group.preposition() == null
                    ? null
                    : stage.lexicon().adjunct(group.preposition(), scene.head(group));
            Clause clause = adjunct == null ? null : clause(group);
            if (adjunct != null && clause != null) {
                code(group, adjunct, clause);
            }
        }
    }

    /** The clause beside which the phrase stands; for "much to the chagrin of X" the one before it. */
    private @Nullable Clause clause(NounGroup group) {
        Clause clause = stage.beside(group);
        NounGroup governor = group.governor();
        if (clause != null || governor == null || !scene.head(governor).equals("much")) {
            return clause;
        }
        for (Clause before : scene.parse().clauses()) {
            clause = before.finite() && before.last() <= governor.first() ? before : clause;
        }
        return clause;
    }

    private void code(NounGroup group, AdjunctEntry adjunct, Clause clause) {
        Factuality context = stage.contexts().of(clause);
        List<Actor> subject = clause.passive()
                ? stage.roles().after(clause, "by")
                : stage.roles().subject(clause, context, 3);
        Status status = stage.contexts().status(clause, context, true);
        if (status == null || subject.isEmpty()) {
            return;
        }
        Set<String> codes = Actor.codes(subject);
        List<Actor> named = adjunct.named() ? owners(group, codes) : others(group, codes);
        CandidateEvents.Act act = new CandidateEvents.Act(
                adjunct.type(),
                adjunct.intensity(),
                adjunct.named() ? Status.ASSERTED : status,
                null,
                group.head(),
                group.head() + 1,
                Factuality.NARRATED,
                Rule.ADJUNCT.grounds(),
                List.of(group.preposition() + " " + scene.head(group)));
        stage.drafts().add(act, adjunct.named() ? named : subject, adjunct.named() ? subject : named);
    }

    /** Whose request, anger or objection it is. */
    private List<Actor> owners(NounGroup group, Set<String> codes) {
        List<Actor> own = Actor.without(scene.actors(group), codes);
        for (NounGroup modifier : group.modifiers()) {
            boolean owning = FunctionWords.OWNER.has(modifier.preposition());
            own = own.isEmpty() && owning ? Actor.without(scene.agents(modifier), codes) : own;
        }
        return own;
    }

    private List<Actor> others(NounGroup group, Set<String> codes) {
        for (NounGroup modifier : NounRoles.chain(group)) {
            boolean toward = FunctionWords.TOWARD.has(modifier.preposition());
            List<Actor> found = toward ? scene.nearest(modifier, codes, false) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
