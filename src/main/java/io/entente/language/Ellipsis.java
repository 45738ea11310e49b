package io.entente.language;

import org.jspecify.annotations.Nullable;

/** Reads the auxiliary of the passive where it is left out, as in headlines and after verbs of finding: it looks like a finite past. */
final class Ellipsis {
    private final ParserState now;

    Ellipsis(ParserState now) {
        this.now = now;
    }

    /** Makes passive those clauses that lack their auxiliary. */
    void complete() {
        boolean headline = now.nouns.unended();
        for (Clause clause : now.clauses) {
            if (headline || clause.relation == ClauseRelation.COMPLEMENT && finds(clause.parent)) {
                complete(clause);
            }
        }
    }

    /** "Kenyan boat seized off Lamu", "Two Malaysians held by navy": headlines leave out the auxiliary. */
    private void complete(Clause clause) {
        boolean agent = now.verbs.mayBeParticiple(clause)
                && clause.arguments.stream().anyMatch(a -> "by".equals(a.preposition()));
        if (clause.finite
                && !clause.auxiliary
                && clause.subject != null
                && objectless(clause)
                && clause.relation != ClauseRelation.RELATIVE
                && (agent || now.verbs.wantsObject(clause))) {
            clause.passive = true;
        }
    }

    /** "finds its crossings sealed by X", "had its boats seized". */
    private static boolean finds(@Nullable Clause parent) {
        return parent != null && GrammarWords.FINDING.has(parent.lemma);
    }

    private boolean objectless(Clause clause) {
        NounGroup object = clause.object();
        return object == null
                || GrammarWords.RESULT.has(now.tokens.get(object.head()).lower());
    }
}
