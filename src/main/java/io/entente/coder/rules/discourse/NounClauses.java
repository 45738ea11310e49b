package io.entente.coder.rules.discourse;

import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import org.jspecify.annotations.Nullable;

/** The clause to which a noun belongs: as its subject or argument, or before it: "At the request of X, Y has …". */
public final class NounClauses {
    private final AnnotatedSentence scene;

    public NounClauses(AnnotatedSentence scene) {
        this.scene = scene;
    }

    public @Nullable Clause of(NounGroup group) {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.arguments().contains(group) || clause.subject() == group) {
                return clause;
            }
        }
        return group.preposition() == null ? null : fronted(group);
    }

    /** Whether a comma stands at the token or before the article or preposition that follows it. */
    private boolean comma(int token) {
        return token > 0
                && (scene.lower(token).equals(",")
                        || scene.lower(token - 1).equals(",")
                        || scene.lower(token + 1).equals(","));
    }

    /** The clause that a group at the head of the sentence or before its verb belongs to: "At the request of X, Y has …". */
    private @Nullable Clause fronted(NounGroup group) {
        for (Clause clause : scene.parse().clauses()) {
            NounGroup subject = clause.subject();
            if (clause.finite() && subject != null && subject.first() >= group.last()) {
                return clause;
            }
            boolean inserted =
                    clause.finite() && subject != null && subject.last() <= group.first() && comma(group.first() - 2);
            if (clause.first() > group.first()) {
                return inserted ? clause : null;
            }
        }
        return null;
    }
}
