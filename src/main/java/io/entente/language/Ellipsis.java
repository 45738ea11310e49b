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
            } else if (now.verbs.wantsObject(clause) && reduced(clause)) {
                complete(clause);
            }
        }
        if (headline && now.clauses.stream().noneMatch(clause -> clause.finite)) {
            now.clauses.stream().filter(clause -> clause.passive).findFirst().ifPresent(Ellipsis::predicate);
        }
    }

    /** "Curbs on Kenyan tea lifted by Chad": where nothing else is said, the participle is the predicate of the first noun, not of the last. */
    private static void predicate(Clause clause) {
        NounGroup last = clause.antecedent;
        if (clause.relation == ClauseRelation.RELATIVE && last != null && last.governor() != null) {
            NounGroup first = last;
            for (NounGroup governor = first.governor(); governor != null; governor = first.governor()) {
                first = governor;
            }
            clause.subject = first;
            clause.antecedent = null;
            clause.relation = ClauseRelation.MAIN;
            clause.finite = true;
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
        boolean agent = agent(clause);
        if (clause.finite
                && !clause.auxiliary
                && clause.subject != null
                && objectless(clause)
                && clause.relation != ClauseRelation.RELATIVE
                && (agent || now.verbs.wantsObject(clause))) {
            clause.passive = true;
        }
    }

    /** "Soldiers killed in a raid …", "envoys expelled from X …", unlike "shot at a boat", "signed on to a plan", "hit out". */
    private boolean reduced(Clause clause) {
        int next = clause.last;
        if (agent(clause)) {
            return true;
        }
        if (clause.particle != null || next + 1 >= now.classes.length) {
            return false;
        }
        String word = now.tokens.get(next).lower();
        return switch (now.classes[next]) {
            case PREPOSITION ->
                now.classes[next + 1] != PartOfSpeech.PREPOSITION
                        && !word.equals("at")
                        && !now.valency.particle(clause.lemma, word);
            case DETERMINER -> false;
            default -> !now.valency.particle(clause.lemma, word);
        };
    }

    private boolean agent(Clause clause) {
        return now.verbs.mayBeParticiple(clause)
                && clause.arguments.stream().anyMatch(a -> "by".equals(a.preposition()));
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
