package io.entente.language;

import io.entente.language.segment.Sentence;
import io.entente.language.segment.Tokens;
import java.util.Arrays;

/**
 * Finds the clauses of a sentence in one pass from left to right, without a grammar: a finite verb takes the noun group before it
 * as its subject, or the antecedent of a relative pronoun, or a subject that still waits for its verb, or shares that of the verb
 * before it. What follows a verb are its arguments until the next boundary. Immutable; a parse costs time linear in the sentence.
 */
public final class ClauseParser {
    /** Marks a token of a proper name or of a noun group that the caller knows. */
    public static final byte NAME = TokenContext.NAME;

    /** Marks an adjective made of a name, such as "Russian". */
    public static final byte DEMONYM = TokenContext.DEMONYM;

    private final Words words;

    /** A parser that knows {@code words}. */
    public ClauseParser(Words words) {
        this.words = words;
    }

    /**
     * Parses {@code sentence}.
     *
     * @param names for each token {@link #NAME}, {@link #DEMONYM}, or 0 where the caller knows nothing
     */
    public SentenceParse parse(Sentence sentence, byte[] names) {
        Tokens tokens = sentence.tokens();
        PartOfSpeech[] classes = new WordTagger(words, tokens, names).tag();
        return new Pass(words, sentence, classes, names).run();
    }

    /** One pass over a sentence. */
    private static final class Pass {
        private final ParserState now;
        private final Subordination subordination;
        private final Participles participles;
        private final FiniteAttachment finite;
        private final NonfiniteAttachment nonfinite;
        private final Ellipsis ellipsis;

        Pass(Words words, Sentence sentence, PartOfSpeech[] classes, byte[] names) {
            this.now = new ParserState(words, sentence, classes, names);
            this.subordination = new Subordination(now);
            this.participles = new Participles(now);
            this.nonfinite = new NonfiniteAttachment(now);
            this.finite = new FiniteAttachment(now, participles, nonfinite, subordination);
            this.ellipsis = new Ellipsis(now);
        }

        SentenceParse run() {
            int copula = ellipsis.copula();
            PartOfSpeech predicate = copula < 0 ? PartOfSpeech.NOUN : now.classes[copula];
            if (copula >= 0) {
                now.classes[copula] = PartOfSpeech.VERB; // the subject ends here
            }
            int i = 0;
            while (i < now.classes.length) {
                if (i == copula) {
                    now.classes[i] = predicate;
                    attach(now.verbs.copula(i));
                }
                i = step(i);
            }
            now.clauses.forEach(clause -> Inversion.speaker(clause, now.classes, now.valency));
            ellipsis.complete();
            return new SentenceParse(now.sentence, Arrays.asList(now.classes), now.clauses, now.nouns.all());
        }

        private int step(int i) {
            switch (now.classes[i]) {
                case COMMA -> {
                    if (now.nouns.placed(now.previous, i)) {
                        now.preposition = "in";
                        return i + 1;
                    }
                    if (now.conjunction && now.current != null && !now.run.isEmpty()) {
                        now.waiting.push(now.run.get(0));
                    }
                    now.comma = true;
                    now.preposition = null;
                    now.timed = null;
                    if (now.current != null && now.subordinator == null && !now.relative) {
                        now.run.clear();
                    }
                }
                case STOP -> {
                    if (now.tokens.get(i).lower().equals("(")) {
                        return bracketEnd(i);
                    }
                    stop(now.tokens.get(i).lower());
                }
                case CONJUNCTION -> {
                    now.conjunction = true;
                    now.preposition = null;
                    now.timed = null;
                    if (now.current != null && now.subordinator == null && !now.relative) {
                        now.run.clear();
                    }
                }
                case SUBORDINATOR -> subordination.subordinate(i);
                case RELATIVE -> subordination.relatePied();
                case PREPOSITION -> {
                    return preposition(i);
                }
                case QUOTE,
                        ADVERB,
                        NEGATION,
                        HYPHEN,
                        TIME,
                        NOUN,
                        ADJECTIVE,
                        NAME,
                        NUMBER,
                        DETERMINER,
                        POSSESSIVE,
                        PRONOUN -> {
                    return nounGroup(i);
                }
                case TO, MODAL, AUXILIARY, VERB, INFINITIVE, PARTICIPLE, GERUND -> {
                    return verbGroup(i);
                }
            }
            return i + 1;
        }

        private int bracketEnd(int i) {
            for (int at = i + 1; at < now.classes.length && at - i < 80; at++) {
                if (now.tokens.get(at).lower().equals(")")) {
                    return at + 1;
                }
            }
            return i + 1;
        }

        private void stop(String mark) {
            now.comma = true;
            now.preposition = null;
            if (mark.equals(";") || mark.equals(":")) {
                now.strong = true;
                now.current = mark.equals(";") ? null : now.current;
                now.run.clear();
                now.waiting.clear();
                now.subordinator = null;
                now.relative = false;
                now.timed = null;
            } else if (now.current != null) {
                now.run.clear();
            }
        }

        private int preposition(int i) {
            int end = Prepositions.end(now.tokens, i);
            now.preposition = Prepositions.name(now.tokens, i, end);
            return end;
        }

        private int nounGroup(int i) {
            NounGroup group = now.nouns.at(i, now.preposition, receiver(i));
            if (group == null) {
                return i + 1;
            }
            if (now.tokens.get(i).lower().equals("whose")
                    || !now.relative && now.previous != null && now.nouns.contact(i)) {
                subordination.relate();
            }
            if (group.time()) {
                now.preposition = null;
                return group.last();
            }
            boolean opening = now.timed != null || GrammarWords.CLAUSE_PREPOSITION.has(now.preposition);
            boolean afterVerb =
                    now.current != null && now.subordinator == null && !now.relative && !now.strong && !opening;
            NounGroup last = now.coordination.coordinate(
                    group, afterVerb, afterVerb && (now.comma || now.clauseVerbBefore(group)));
            place(group);
            if (GrammarWords.CLAUSE_PREPOSITION.has(now.preposition)) {
                now.timed = group;
            }
            now.preposition = null;
            now.earlier = now.previous;
            now.previous = group;
            NounGroup counterpart = last == group ? now.coordination.counterpart(group) : null;
            if (counterpart != null) {
                now.previous = counterpart;
                return counterpart.last();
            }
            return last.last();
        }

        private boolean receiver(int i) {
            return now.current != null
                    && now.current.last == i
                    && now.preposition == null
                    && now.valency.gives(now.current.lemma);
        }

        /** "X, the leader of …, and Y, the leader of …, met": both are the subject. */
        private void join(NounGroup group) {
            boolean and = group.first() > 1
                    && now.classes[group.first() - 1] == PartOfSpeech.CONJUNCTION
                    && now.classes[group.first() - 2] == PartOfSpeech.COMMA;
            if (and && now.current == null && !now.relative && !now.run.isEmpty()) {
                now.run.get(0).conjuncts().add(group);
            }
        }

        private void place(NounGroup group) {
            if (now.preposition != null) {
                if (now.previous != null
                        && (now.nouns.placed(now.previous, group.first() - 1)
                                || NounGroups.adjacent(now.tokens, now.classes, now.previous, group))) {
                    group.modify(now.previous);
                }
                boolean subjectComes = !now.run.isEmpty()
                        && (now.comma || now.conjunction || now.subordinator != null || now.relative);
                if (subordination.resumed(group)) {
                    return;
                }
                boolean argues = now.current != null && (!subjectComes || now.receives(now.current));
                if (now.current != null && argues && now.subordinator == null && !now.relative) {
                    now.current.arguments.add(group);
                }
                return;
            }
            if (now.current != null
                    && !now.comma
                    && !now.conjunction
                    && now.subordinator == null
                    && !now.relative
                    && !now.strong) {
                now.current.arguments.add(group);
            }
            join(group);
            now.run.add(group);
        }

        private int verbGroup(int i) {
            if (Inversion.at(now.verbs, now.tokens, now.classes, i)) {
                now.inverted = i;
                now.run.clear();
                now.preposition = null;
                now.timed = null;
                return i + 1;
            }
            Clause clause = now.verbs.at(i);
            if (clause == null) {
                return i + 1;
            }
            if (now.inverted >= 0) {
                Inversion.complete(clause, now.tokens, now.classes, now.inverted);
                now.inverted = -1;
            }
            PartOfSpeech kind = now.classes[clause.verb];
            clause.finite &= !participles.agentBehind(clause);
            if (clause.finite) {
                finite.attach(clause);
            } else if (kind == PartOfSpeech.INFINITIVE) {
                nonfinite.infinitive(clause);
            } else if (kind == PartOfSpeech.GERUND) {
                nonfinite.gerund(clause);
            } else {
                nonfinite.reduced(clause);
            }
            begin(clause);
            return clause.last;
        }

        /** "Kenya wary of vote": the predicate that follows says what its subject is. */
        private void attach(Clause copula) {
            finite.attach(copula);
            begin(copula);
        }

        private void begin(Clause clause) {
            now.clauses.add(clause);
            now.current = clause;
            clearBoundary();
            now.run.clear();
        }

        private void clearBoundary() {
            now.comma = false;
            now.conjunction = false;
            now.subordinator = null;
            now.relative = false;
            now.strong = false;
            now.preposition = null;
            now.timed = null;
        }
    }
}
