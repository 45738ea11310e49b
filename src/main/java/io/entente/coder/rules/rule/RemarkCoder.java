package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import java.util.List;
import java.util.Objects;

/**
 * Codes what a state says of another where nothing stronger was told between the two: "Kenya's minister said that Uganda had
 * moved its school holidays" is a remark about Uganda.
 */
final class RemarkCoder {
    private static final double CONFIDENCE = 0.5;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    RemarkCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    void code() {
        for (Clause clause : scene.parse().clauses()) {
            Factuality context = stage.contexts().of(clause);
            boolean told = context.said()
                    && clause.relation() == ClauseRelation.COMPLEMENT
                    && clause.subject() != null
                    && clause.parent() != null
                    && !stage.lexicon().in("newsbreak", clause.parent().lemma());
            if (told) {
                code(clause, context);
            }
        }
    }

    /** Whether the remark is a reproach: what it tells is hostile, or only claimed. */
    private boolean blames(Clause clause) {
        String verb = Objects.requireNonNull(clause.parent()).lemma();
        boolean hostile = stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null && EventTypes.hostile(e.type()));
        return clause.modality() == Modality.NONE
                && !clause.negated()
                && (stage.lexicon().in("alleging", verb) || hostile && !clause.passive());
    }

    private void code(Clause clause, Factuality context) {
        EventType type = blames(clause) ? EventType.ACCUSE : EventType.STATEMENT;
        for (Actor speaker : context.voice().actors()) {
            List<Actor> spokenOf = scene.agents(clause.subject()).stream()
                    .filter(actor -> actor.direct()
                            && actor.mention().kind() != MentionKind.REFERENCE
                            && !stage.drafts().has(speaker.code(), actor.code()))
                    .toList();
            stage.drafts()
                    .add(
                            SentenceCodingState.act(
                                    clause,
                                    type,
                                    EventTypes.intensity(type),
                                    Status.ASSERTED,
                                    context,
                                    "remark",
                                    null,
                                    CONFIDENCE),
                            List.of(speaker),
                            spokenOf);
        }
    }
}
