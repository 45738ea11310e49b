package io.entente.language;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clauses of a sentence in one pass from left to right, without a grammar: a finite verb takes the noun group before it
 * as its subject, or the antecedent of a relative pronoun, or a subject that still waits for its verb, or shares that of the verb
 * before it. What follows a verb are its arguments until the next boundary. Immutable; a parse costs time linear in the sentence.
 */
public final class ClauseParser {
    /** Marks a token of a proper name or of a noun group that the caller knows. */
    public static final byte NAME = Surroundings.NAME;

    /** Marks an adjective made of a name, such as "Russian". */
    public static final byte DEMONYM = Surroundings.DEMONYM;

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
        WordClass[] classes = new WordTagger(words, tokens, names).tag();
        return new Pass(words, sentence, classes, names).run();
    }

    /** One pass over a sentence. */
    private static final class Pass {
        private static final Set<String> SUBJECT_PREPOSITIONS =
                Set.of("after", "before", "since", "until", "as", "than", "like", "till");

        /** What became of the subject rather than an object: "shot dead by X". */
        private static final Set<String> RESULTS = Set.of("dead", "free", "hostage", "captive");

        private static final Set<String> FINDING =
                Set.of("find", "see", "have", "get", "watch", "want", "leave", "keep");

        private final Reading now;
        private final Participles participles;
        private final FiniteAttachment finite;
        private final NonfiniteAttachment nonfinite;

        Pass(Words words, Sentence sentence, WordClass[] classes, byte[] names) {
            this.now = new Reading(words, sentence, classes, names);
            this.participles = new Participles(now);
            this.nonfinite = new NonfiniteAttachment(now);
            this.finite = new FiniteAttachment(now, participles, nonfinite);
        }

        SentenceParse run() {
            int i = 0;
            while (i < now.classes.length) {
                i = step(i);
            }
            now.clauses.forEach(this::invert);
            boolean headline = now.nouns.unended();
            for (Clause clause : now.clauses) {
                if (headline || clause.relation == Relation.COMPLEMENT && finds(clause.parent)) {
                    passive(clause);
                }
            }
            return new SentenceParse(now.sentence, Arrays.asList(now.classes), now.clauses, now.nouns.all());
        }

        private int step(int i) {
            switch (now.classes[i]) {
                case COMMA -> {
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
                case SUBORDINATOR -> subordinate(i);
                case RELATIVE -> relatePied();
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

        /** "…,” said the minister": what follows the verb is its subject. */
        private void invert(Clause clause) {
            if (!clause.finite || !Valency.speech(clause.lemma) || clause.first == 0 || clause.arguments.isEmpty()) {
                return;
            }
            WordClass before = now.classes[clause.first - 1];
            NounGroup argument = clause.arguments.get(0);
            boolean own = clause.subject != null && !clause.conjoined;
            boolean inverted = (before == WordClass.COMMA && !own || before == WordClass.QUOTE)
                    && argument.preposition() == null
                    && argument.first() == clause.last;
            if (inverted) {
                clause.subject = argument;
                clause.arguments.remove(0);
                clause.conjoined = false;
                clause.relation = Relation.MAIN;
            }
        }

        /** "Kenyan boat seized off Lamu", "Two Malaysians held by navy": headlines leave out the auxiliary. */
        private void passive(Clause clause) {
            boolean agent = now.verbs.mayBeParticiple(clause)
                    && clause.arguments.stream().anyMatch(a -> "by".equals(a.preposition()));
            if (clause.finite
                    && !clause.auxiliary
                    && clause.subject != null
                    && objectless(clause)
                    && clause.relation != Relation.RELATIVE
                    && (agent || now.verbs.wantsObject(clause))) {
                clause.passive = true;
            }
        }

        /** "finds its crossings sealed by X", "had its boats seized". */
        private static boolean finds(@Nullable Clause parent) {
            return parent != null && FINDING.contains(parent.lemma);
        }

        private boolean objectless(Clause clause) {
            NounGroup object = clause.object();
            return object == null
                    || RESULTS.contains(now.tokens.get(object.head()).lower());
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
            } else if (now.current != null) {
                now.run.clear();
            }
        }

        private void subordinate(int i) {
            String word = now.tokens.get(i).lower();
            if (i > 0 && word.equals("that") && (behindNoun(i) && !clauseTaker() || cleft())) {
                relate();
                return;
            }
            park();
            now.subordinator = word.equals("whose") ? null : word;
            now.relative = false;
            now.run.clear();
            now.comma = false;
            now.conjunction = false;
        }

        private boolean behindNoun(int i) {
            return switch (now.classes[i - 1]) {
                case NOUN, NAME, TIME, NUMBER -> now.previous != null;
                default -> false;
            };
        }

        /** Whether the verb before would rather have "that" introduce what is said than describe its object. */
        private boolean clauseTaker() {
            if (now.current == null || Valency.takesClause(now.current.lemma)) {
                return now.current != null;
            }
            if (now.current.lemma.equals("make") && now.current.arguments.size() > 1) {
                return true; // "made it clear to X that …"
            }
            for (NounGroup argument : now.current.arguments) {
                if (NounGroups.takesClause(now.tokens.get(argument.head()).lower())) {
                    return true;
                }
            }
            return false;
        }

        /** "to whom …", "with which …", "for both of whom …". */
        private void relatePied() {
            String pied = now.preposition;
            relate();
            now.pied = pied;
            if ("of".equals(pied) && now.previous != null && quantified(now.previous)) {
                now.pied = now.previous.preposition();
                now.antecedent = now.earlier;
            }
            now.preposition = null;
        }

        private void relate() {
            park();
            now.antecedent = cleft() ? Objects.requireNonNull(now.current).object() : now.previous;
            now.pied = null;
            now.relative = true;
            now.subordinator = null;
            now.run.clear();
            now.comma = false;
            now.conjunction = false;
        }

        /** "both of which", "for most of whom": the group before is meant. */
        private boolean quantified(NounGroup group) {
            WordClass c = now.classes[group.head()];
            return c == WordClass.PRONOUN || c == WordClass.DETERMINER || c == WordClass.NUMBER;
        }

        /** "It was X, not Y, that …". */
        private boolean cleft() {
            return now.current != null
                    && now.current.lemma.equals("be")
                    && now.current.subject != null
                    && now.tokens.get(now.current.subject.head()).lower().equals("it")
                    && now.current.object() != null;
        }

        /** A subject before a relative or parenthetic clause waits for its verb. */
        private void park() {
            if (!now.run.isEmpty()
                    && (now.current == null
                            || now.subordinator != null
                            || now.relative
                            || now.strong
                            || now.comma
                            || now.conjunction)) {
                now.waiting.push(now.run.get(0));
                now.strong = false;
            }
        }

        /** Behind a relative clause: ", and with Y" goes on with "with X" of the clause above. */
        private boolean resumed(NounGroup group) {
            Clause clause = now.current;
            if (clause == null
                    || !now.conjunction
                    || clause.relation != Relation.RELATIVE
                    || clause.antecedent == null) {
                return false;
            }
            NounGroup first = clause.antecedent;
            Clause host = clause.parent;
            boolean same = host != null && now.preposition != null && now.preposition.equals(first.preposition());
            if (same) {
                group.resume();
                java.util.Objects.requireNonNull(host).arguments.add(group);
            }
            return same;
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
                relate();
            }
            if (group.time()) {
                now.preposition = null;
                return group.last();
            }
            boolean behindVerb = now.current != null && now.subordinator == null && !now.relative && !now.strong;
            NounGroup last =
                    now.nouns.coordinate(group, behindVerb, behindVerb && (now.comma || now.clauseVerbBefore(group)));
            place(group);
            if (now.preposition != null && SUBJECT_PREPOSITIONS.contains(now.preposition)) {
                now.timed = group;
            }
            now.preposition = null;
            now.earlier = now.previous;
            now.previous = group;
            return last.last();
        }

        private boolean receiver(int i) {
            return now.current != null
                    && now.current.last == i
                    && now.preposition == null
                    && Valency.gives(now.current.lemma);
        }

        private void place(NounGroup group) {
            if (now.preposition != null) {
                if (now.previous != null && NounGroups.adjacent(now.tokens, now.classes, now.previous, group)) {
                    group.modify(now.previous);
                }
                boolean subjectComes = !now.run.isEmpty()
                        && (now.comma || now.conjunction || now.subordinator != null || now.relative);
                if (resumed(group)) {
                    return;
                }
                if (now.current != null && !subjectComes && now.subordinator == null && !now.relative) {
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
            WordClass kind = now.classes[clause.verb];
            clause.finite &= !participles.agentBehind(clause);
            if (clause.finite) {
                finite.attach(clause);
            } else if (kind == WordClass.INFINITIVE) {
                nonfinite.infinitive(clause);
            } else if (kind == WordClass.GERUND) {
                nonfinite.gerund(clause);
            } else {
                nonfinite.reduced(clause);
            }
            now.clauses.add(clause);
            now.current = clause;
            clearBoundary();
            now.run.clear();
            return clause.last;
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
