package io.entente.language;

import org.jspecify.annotations.Nullable;

/** Reads the auxiliary of the passive where it is left out, as in headlines and after verbs of finding, and the copula of headlines. */
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

    /**
     * Where a headline without a verb has left out the copula: before the predicate in "Kenya wary of Ugandan vote", before "in" in
     * "Kenyan minister in Kampala for talks" and in "Kenya, Uganda in talks"; -1 elsewhere.
     */
    int copula() {
        if (!now.nouns.unended()) {
            return -1;
        }
        int at = -1;
        for (int i = 0; i < now.classes.length; i++) {
            switch (now.classes[i]) {
                case MODAL, AUXILIARY, VERB, RELATIVE, SUBORDINATOR, STOP -> {
                    return -1;
                }
                default -> at = at < 0 && i > 0 && (predicate(i) || visit(i)) ? i : at;
            }
        }
        return at;
    }

    private boolean predicate(int i) {
        int subject = i - 1;
        while (subject > 0 && now.classes[subject] == PartOfSpeech.ADVERB) {
            subject--;
        }
        return now.nouns.named(subject)
                && i + 1 < now.classes.length
                && now.classes[i + 1] == PartOfSpeech.PREPOSITION
                && GrammarWords.PREDICATE.has(now.tokens.get(i).lower());
    }

    /** "Kenyan minister in Kampala for talks". */
    private boolean visit(int i) {
        if (!now.tokens.get(i).lower().equals("in") || !now.nouns.named(i - 1) || i + 1 == now.classes.length) {
            return false;
        }
        int at = i + 1;
        while (at < now.classes.length && now.nouns.named(at)) {
            at++;
        }
        return at < now.classes.length && now.tokens.get(at).lower().equals(at == i + 1 ? "talks" : "for");
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
