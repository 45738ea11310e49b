package io.entente.language;

import org.jspecify.annotations.Nullable;

/** Attaches infinitives, gerunds and participles to what has been read: who does what they name, and on what they depend. */
final class NonfiniteAttachment {
    private final ParserState now;

    NonfiniteAttachment(ParserState now) {
        this.now = now;
    }

    void infinitive(Clause clause) {
        clause.relation = ClauseRelation.INFINITIVE;
        clause.parent = now.current;
        Clause before = now.current;
        if (before != null) {
            boolean joined = now.conjunction && before.relation == ClauseRelation.INFINITIVE;
            clause.conjoined = joined;
            clause.subject = before.subject;
            clause.parentNoun = joined ? before.parentNoun : adjacentNoun(clause);
        } else if (!now.run.isEmpty() && verbless()) {
            clause.finite = true;
            clause.modality = Modality.FUTURE;
            clause.subject = now.run.get(0);
            clause.relation = ClauseRelation.MAIN;
        } else {
            clause.parentNoun = adjacentNoun(clause);
            if (!now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        }
    }

    /** Whether no finite verb stands in the sentence, or only after a comma, as in headlines: "X to visit Y, says Z". */
    private boolean verbless() {
        boolean ended = false;
        for (PartOfSpeech c : now.classes) {
            ended |= c == PartOfSpeech.COMMA;
            if (c == PartOfSpeech.VERB || c == PartOfSpeech.MODAL || c == PartOfSpeech.AUXILIARY) {
                return ended;
            }
        }
        return true;
    }

    private @Nullable NounGroup adjacentNoun(Clause clause) {
        NounGroup noun = now.previous;
        return noun != null && noun.last() <= clause.first && now.nouns.end(noun) == clause.first ? noun : null;
    }

    void gerund(Clause clause) {
        clause.parent = now.current;
        clause.subject = now.current == null ? null : now.current.subject;
        if (now.preposition != null) {
            clause.relation = ClauseRelation.GERUND;
            clause.introducer = now.preposition;
            clause.parentNoun = adjacentBefore(clause.first - 1);
            if (now.current == null && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else if (now.subordinator != null) {
            clause.relation = ClauseRelation.ADVERBIAL;
            clause.introducer = now.subordinator;
        } else if (!now.comma && !now.conjunction && now.previous != null && adjacentNoun(clause) != null) {
            clause.relation = ClauseRelation.RELATIVE;
            clause.antecedent = now.previous;
            clause.subject = now.previous;
            now.previous.relative(clause);
            if (now.current == null && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else {
            boolean object = now.current != null && now.current.last == clause.first && !now.comma && !now.conjunction;
            clause.relation = object ? ClauseRelation.GERUND : ClauseRelation.PARTICIPLE;
            joinParticiple(clause);
        }
    }

    private void joinParticiple(Clause clause) {
        Clause before = now.current;
        if (before == null) {
            if (!now.run.isEmpty()) {
                clause.subject = now.run.get(0);
                now.waiting.push(now.run.get(0));
            }
        } else if (now.conjunction
                && (before.relation == ClauseRelation.GERUND || before.relation == ClauseRelation.PARTICIPLE)) {
            clause.relation = before.relation;
            clause.introducer = before.introducer;
            clause.parent = before.parent;
            clause.subject = before.subject;
            clause.conjoined = true;
        }
    }

    private @Nullable NounGroup adjacentBefore(int token) {
        NounGroup noun = now.previous;
        return noun != null && now.nouns.end(noun) == token ? noun : null;
    }

    /** A participle without auxiliary: "imposed by …" after a noun or a comma, "Backed by …," at the head. */
    void reduced(Clause clause) {
        clause.passive = !clause.perfect;
        clause.parent = now.current;
        if (now.previous != null && (!now.conjunction || now.current == null)) {
            clause.relation = ClauseRelation.RELATIVE;
            clause.antecedent = now.previous;
            clause.subject = now.previous;
            now.previous.relative(clause);
            if ((now.current == null || now.strong || now.subordinator != null) && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else if (now.current != null && now.conjunction) {
            clause.relation = now.current.relation;
            clause.subject = now.current.subject;
            clause.passive = now.current.passive;
            clause.finite = now.current.finite;
            clause.perfect = now.current.perfect;
            clause.modality = now.current.modality;
            clause.parent = now.current;
            clause.conjoined = true;
        } else {
            clause.relation = ClauseRelation.PARTICIPLE;
        }
    }
}
