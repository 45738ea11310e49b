package io.entente.language;

import java.util.Objects;

/** Distinguishes participles from finite past forms, which look alike: "rockets fired by X hit …", "a treaty signed in …". */
final class Participles {
    private final ParserState now;

    Participles(ParserState now) {
        this.now = now;
    }

    /** Whether what looks finite may as well be a participle: "those held in …". */
    boolean participial(Clause clause) {
        return clause.finite
                && now.verbs.mayBeParticiple(clause)
                && clause.subject != null
                && clause.object() == null
                && clause.subject.preposition() == null
                && !clause.conjoined;
    }

    /** Whether an object follows the verb, so that it is not a participle that describes what stands before it. */
    boolean transitive(Clause clause) {
        if (clause.last >= now.classes.length) {
            return false;
        }
        return switch (now.classes[clause.last]) {
            case NOUN, NAME, DETERMINER, POSSESSIVE, NUMBER, ADJECTIVE -> true;
            default -> false;
        };
    }

    /** "rockets fired by X": a bare past form with an agent after it. */
    boolean passiveAgent(Clause clause) {
        return clause.finite
                && clause.subject != null
                && now.verbs.mayBeParticiple(clause)
                && !clause.arguments.isEmpty()
                && "by".equals(clause.arguments.get(0).preposition());
    }

    /** "a step applauded by X", "talks hosted by Y": a bare past form with its agent after it is a participle. */
    boolean agentBehind(Clause clause) {
        int by = clause.last;
        return !now.relative
                && !clause.auxiliary
                && now.verbs.mayBeParticiple(clause)
                && !GrammarWords.AGENTLESS.has(clause.lemma)
                && by + 1 < now.classes.length
                && now.tokens.get(by).lower().equals("by")
                && switch (now.classes[by + 1]) {
                    case NAME, DETERMINER, POSSESSIVE -> !timed(by + 1);
                    default -> false;
                };
    }

    private boolean timed(int from) {
        for (int i = from; i < now.classes.length && i < from + 3; i++) {
            if (now.classes[i] == PartOfSpeech.TIME) {
                return true;
            }
        }
        return false;
    }

    /** Whether the verb describes the noun before it ("a treaty signed in …") rather than being finite. */
    boolean describes(Clause clause) {
        boolean inside = now.current != null
                && !now.comma
                && !now.conjunction
                && now.subordinator == null
                && now.previous != null;
        boolean waited = inside
                && !now.waiting.isEmpty()
                && !Objects.requireNonNull(now.current).finite
                && now.current.relation == ClauseRelation.RELATIVE
                && transitive(clause)
                && !now.valency.gives(clause.lemma);
        if (!inside
                || waited
                || !now.verbs.mayBeParticiple(clause)
                || now.nouns.end(Objects.requireNonNull(now.previous)) < clause.first) {
            return false;
        }
        return now.run.isEmpty() || now.run.get(0) != now.previous || !now.clauseVerbBefore(now.previous);
    }
}
