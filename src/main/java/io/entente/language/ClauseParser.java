package io.entente.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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
        List<Token> tokens = sentence.tokens();
        WordClass[] classes = new WordTagger(words, tokens, names).tag();
        return new Pass(words, sentence, classes, names).run();
    }

    /** The state of one pass. */
    private static final class Pass {
        private static final Set<String> SUBJECT_PREPOSITIONS =
                Set.of("after", "before", "since", "until", "as", "than", "like", "till");

        private final Sentence sentence;
        private final List<Token> tokens;
        private final WordClass[] classes;
        private final VerbGroups verbs;
        private final NounGroups nouns;
        private final List<Clause> clauses = new ArrayList<>();
        private final Deque<NounGroup> waiting = new ArrayDeque<>();
        private final List<NounGroup> run = new ArrayList<>();
        private @Nullable Clause current;
        private @Nullable NounGroup previous;
        private @Nullable NounGroup antecedent;
        private @Nullable NounGroup timed;
        private @Nullable String preposition;
        private @Nullable String subordinator;
        private boolean relative;
        private boolean comma;
        private boolean conjunction;
        private boolean strong = true;

        Pass(Words words, Sentence sentence, WordClass[] classes, byte[] names) {
            this.sentence = sentence;
            this.tokens = sentence.tokens();
            this.classes = classes;
            this.verbs = new VerbGroups(words, tokens, classes);
            this.nouns = new NounGroups(tokens, classes, names, sentence.heading());
        }

        SentenceParse run() {
            int i = 0;
            while (i < classes.length) {
                i = step(i);
            }
            clauses.forEach(this::invert);
            return new SentenceParse(sentence, Arrays.asList(classes), clauses, nouns.all());
        }

        private int step(int i) {
            switch (classes[i]) {
                case COMMA -> {
                    if (conjunction && current != null && !run.isEmpty()) {
                        waiting.push(run.get(0));
                    }
                    comma = true;
                    preposition = null;
                    timed = null;
                    if (current != null && subordinator == null && !relative) {
                        run.clear();
                    }
                }
                case STOP -> {
                    if (tokens.get(i).lower().equals("(")) {
                        return bracketEnd(i);
                    }
                    stop(tokens.get(i).lower());
                }
                case CONJUNCTION -> {
                    conjunction = true;
                    preposition = null;
                    timed = null;
                    if (current != null && subordinator == null && !relative) {
                        run.clear();
                    }
                }
                case SUBORDINATOR -> subordinate(i);
                case RELATIVE -> relate();
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
            if (!clause.finite || !VerbGroups.speech(clause.lemma) || clause.first == 0 || clause.arguments.isEmpty()) {
                return;
            }
            WordClass before = classes[clause.first - 1];
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

        private int bracketEnd(int i) {
            for (int at = i + 1; at < classes.length && at - i < 80; at++) {
                if (tokens.get(at).lower().equals(")")) {
                    return at + 1;
                }
            }
            return i + 1;
        }

        private void stop(String mark) {
            comma = true;
            preposition = null;
            if (mark.equals(";") || mark.equals(":")) {
                strong = true;
                current = mark.equals(";") ? null : current;
                run.clear();
                waiting.clear();
                subordinator = null;
                relative = false;
            } else if (current != null) {
                run.clear();
            }
        }

        private void subordinate(int i) {
            String word = tokens.get(i).lower();
            if (i > 0 && word.equals("that") && (behindNoun(i) && !clauseTaker() || cleft())) {
                relate();
                return;
            }
            park();
            subordinator = word.equals("whose") ? null : word;
            relative = false;
            run.clear();
            comma = false;
            conjunction = false;
        }

        private boolean behindNoun(int i) {
            return switch (classes[i - 1]) {
                case NOUN, NAME, TIME, NUMBER -> previous != null;
                default -> false;
            };
        }

        /** Whether the verb before would rather have "that" introduce what is said than describe its object. */
        private boolean clauseTaker() {
            return current != null
                    && (VerbGroups.takesClause(current.lemma)
                            || current.arguments.stream()
                                    .anyMatch(a -> NounGroups.takesClause(
                                            tokens.get(a.head()).lower())));
        }

        private void relate() {
            park();
            antecedent = cleft() ? java.util.Objects.requireNonNull(current).object() : previous;
            relative = true;
            subordinator = null;
            run.clear();
            comma = false;
            conjunction = false;
        }

        /** "It was X, not Y, that …". */
        private boolean cleft() {
            return current != null
                    && current.lemma.equals("be")
                    && current.subject != null
                    && tokens.get(current.subject.head()).lower().equals("it")
                    && current.object() != null;
        }

        /** A subject before a relative or parenthetic clause waits for its verb. */
        private void park() {
            if (!run.isEmpty()
                    && (current == null || subordinator != null || relative || strong || comma || conjunction)) {
                waiting.push(run.get(0));
                strong = false;
            }
        }

        private int preposition(int i) {
            int end = Prepositions.end(tokens, i);
            preposition = Prepositions.name(tokens, i, end);
            return end;
        }

        private int nounGroup(int i) {
            NounGroup group = nouns.at(i, preposition, receiver(i));
            if (group == null) {
                return i + 1;
            }
            if (tokens.get(i).lower().equals("whose")) {
                relate();
            }
            if (group.time()) {
                preposition = null;
                return group.last();
            }
            boolean behindVerb = current != null && subordinator == null && !relative && !strong;
            NounGroup last = nouns.coordinate(group, behindVerb, behindVerb && (comma || clauseVerbBefore(group)));
            place(group);
            if (preposition != null && SUBJECT_PREPOSITIONS.contains(preposition)) {
                timed = group;
            }
            preposition = null;
            previous = group;
            return last.last();
        }

        private boolean receiver(int i) {
            return current != null && current.last == i && preposition == null && VerbGroups.gives(current.lemma);
        }

        private boolean clauseVerbBefore(NounGroup group) {
            return current != null && VerbGroups.takesClause(current.lemma) && group.first() <= current.last + 1;
        }

        private void place(NounGroup group) {
            if (preposition != null) {
                if (previous != null && NounGroups.adjacent(tokens, classes, previous, group)) {
                    group.modify(previous);
                }
                boolean subjectComes = !run.isEmpty() && (comma || conjunction || subordinator != null || relative);
                if (current != null && !subjectComes && subordinator == null && !relative) {
                    current.arguments.add(group);
                }
                return;
            }
            if (current != null && !comma && !conjunction && subordinator == null && !relative && !strong) {
                current.arguments.add(group);
            }
            run.add(group);
        }

        private int verbGroup(int i) {
            Clause clause = verbs.at(i);
            if (clause == null) {
                return i + 1;
            }
            WordClass kind = classes[clause.verb];
            if (clause.finite) {
                finite(clause);
            } else if (kind == WordClass.INFINITIVE) {
                infinitive(clause);
            } else if (kind == WordClass.GERUND) {
                gerund(clause);
            } else {
                reduced(clause);
            }
            clauses.add(clause);
            current = clause;
            clearBoundary();
            run.clear();
            return clause.last;
        }

        private void clearBoundary() {
            comma = false;
            conjunction = false;
            subordinator = null;
            relative = false;
            strong = false;
            preposition = null;
            timed = null;
        }

        private void finite(Clause clause) {
            if (relative) {
                relativeClause(clause);
            } else if (timed != null && subordinator == null) {
                steal(timed);
                clause.subject = timed;
                clause.introducer = timed.preposition();
                clause.relation = Relation.ADVERBIAL;
                clause.parent = current;
            } else if (current != null
                    && !boundary()
                    && (passiveAgent(current) || transitive(clause) && participial(current))) {
                reinterpretOrShare(clause);
            } else if (describes(clause)) {
                clause.finite = false;
                reduced(clause);
            } else if (objectOfInfinitive(clause)) {
                clause.subject = waiting.pop();
                clause.relation = Relation.MAIN;
                adoptFronted(clause);
            } else if (!run.isEmpty()) {
                ownSubject(clause);
            } else if (!waiting.isEmpty() && current != null) {
                clause.subject = waiting.pop();
                clause.relation = Relation.MAIN;
                adoptFronted(clause);
            } else if (current != null) {
                reinterpretOrShare(clause);
            } else if (subordinator != null) {
                clause.introducer = subordinator;
                clause.relation = Relation.ADVERBIAL;
            }
        }

        /** "An offer to train police was accepted": the group before is the infinitive's, the subject waits. */
        private boolean objectOfInfinitive(Clause clause) {
            return current != null
                    && current.relation == Relation.INFINITIVE
                    && current.parent == null
                    && !current.finite
                    && !boundary()
                    && !relative
                    && !waiting.isEmpty()
                    && clause.auxiliary
                    && !VerbGroups.takesClause(current.lemma)
                    && current.arguments.contains(previous);
        }

        private boolean boundary() {
            return comma || conjunction || subordinator != null;
        }

        /** Whether what looks finite may as well be a participle: "those held in …". */
        private boolean participial(Clause clause) {
            return clause.finite
                    && verbs.mayBeParticiple(clause)
                    && clause.subject != null
                    && clause.object() == null
                    && clause.subject.preposition() == null
                    && !clause.conjoined;
        }

        /** Whether an object follows the verb, so that it is no participle that describes what stands before it. */
        private boolean transitive(Clause clause) {
            if (clause.last >= classes.length) {
                return false;
            }
            return switch (classes[clause.last]) {
                case NOUN, NAME, DETERMINER, POSSESSIVE, NUMBER, ADJECTIVE -> true;
                default -> false;
            };
        }

        /** "rockets fired by X": a bare past form with an agent behind it. */
        private boolean passiveAgent(Clause clause) {
            return clause.finite
                    && clause.subject != null
                    && verbs.mayBeParticiple(clause)
                    && !clause.arguments.isEmpty()
                    && "by".equals(clause.arguments.get(0).preposition());
        }

        /** Whether the verb describes the noun before it ("a treaty signed in …") rather than being finite. */
        private boolean describes(Clause clause) {
            boolean inside = current != null && !comma && !conjunction && subordinator == null && previous != null;
            if (!inside
                    || !verbs.mayBeParticiple(clause)
                    || nouns.end(java.util.Objects.requireNonNull(previous)) < clause.first) {
                return false;
            }
            return run.isEmpty() || run.get(0) != previous || !clauseVerbBefore(previous);
        }

        private void relativeClause(Clause clause) {
            clause.relation = Relation.RELATIVE;
            clause.antecedent = antecedent;
            clause.parent = current;
            clause.subject = run.isEmpty() ? antecedent : run.get(run.size() - 1);
            if (antecedent != null) {
                antecedent.relative(clause);
            }
        }

        private void ownSubject(Clause clause) {
            NounGroup subject = run.get(0);
            boolean stolen = current != null && current.arguments.contains(run.get(run.size() - 1));
            if (stolen) {
                subject = run.get(run.size() - 1);
                steal(subject);
                clause.relation = Relation.COMPLEMENT;
                clause.parent = current;
            } else if (run.size() > 1 && quoteEnds(run.get(run.size() - 1))) {
                subject = run.get(run.size() - 1);
            } else if (run.size() > 1 && verbs.attributes(clause) && !sentence.heading()) {
                waiting.push(run.get(0));
                subject = run.get(run.size() - 1);
            }
            clause.subject = subject;
            if (subordinator != null) {
                introduce(clause);
            } else if (!stolen) {
                clause.relation = Relation.MAIN;
                adoptFronted(clause);
            }
        }

        /** "…," the minister told reporters: the group stands right behind a quote. */
        private boolean quoteEnds(NounGroup group) {
            int at = classes[group.first()] == WordClass.QUOTE ? group.first() : group.first() - 1;
            return at > 0
                    && classes[at] == WordClass.QUOTE
                    && (classes[at - 1] == WordClass.COMMA || classes[at - 1] == WordClass.STOP);
        }

        private void introduce(Clause clause) {
            clause.introducer = subordinator;
            boolean saying = "that".equals(subordinator)
                    || "whether".equals(subordinator)
                    || "what".equals(subordinator)
                    || "how".equals(subordinator)
                    || "why".equals(subordinator);
            clause.relation = saying && current != null ? Relation.COMPLEMENT : Relation.ADVERBIAL;
            clause.parent = current;
            if (saying && current != null && previous != null && behindArgument(clause)) {
                clause.parentNoun = lastArgument(current);
            }
            if (current != null) {
                current.children.add(clause);
            }
        }

        private boolean behindArgument(Clause clause) {
            return current != null && !current.arguments.isEmpty() && lastArgument(current) != clause.subject;
        }

        private static @Nullable NounGroup lastArgument(Clause clause) {
            return clause.arguments.isEmpty() ? null : clause.arguments.get(clause.arguments.size() - 1);
        }

        /** A participle clause at the head of the sentence takes the subject of the main clause. */
        private void adoptFronted(Clause main) {
            for (int i = clauses.size() - 1; i >= 0 && clauses.get(i).subject == null; i--) {
                Clause fronted = clauses.get(i);
                fronted.subject = main.subject;
                if (fronted.parent == null) {
                    fronted.parent = main;
                    fronted.relation = Relation.PARTICIPLE;
                }
            }
        }

        /** A finite verb without a subject of its own: a second verb of the subject before, or the verb of "X held by Y were …". */
        private void reinterpretOrShare(Clause clause) {
            Clause before = java.util.Objects.requireNonNull(current);
            if (!boundary() && participial(before)) {
                before.finite = false;
                before.passive = true;
                NounGroup described = java.util.Objects.requireNonNull(before.subject);
                clause.subject = described;
                clause.relation = before.relation;
                clause.introducer = before.introducer;
                clause.parent = before.parent;
                before.relation = Relation.RELATIVE;
                before.antecedent = described;
                described.relative(before);
                return;
            }
            Clause host = shared(before, clause);
            clause.subject = host.subject;
            clause.relation = host.relation;
            clause.parent = host;
            clause.conjoined = true;
            clause.introducer = subordinator != null ? subordinator : host.introducer;
            clause.antecedent = host.antecedent;
            if (subordinator != null && !"that".equals(subordinator)) {
                clause.relation = Relation.ADVERBIAL;
                clause.conjoined = false;
            }
        }

        /** The clause whose subject a conjoined finite verb shares. */
        private Clause shared(Clause before, Clause clause) {
            Clause host = before;
            while (host.parent != null
                    && (!host.finite || comma && host.relation == Relation.RELATIVE && !conjunctionInside(host))) {
                host = host.parent;
            }
            boolean plainPast =
                    !clause.auxiliary && clause.modality == Modality.NONE && (comma || VerbGroups.speaks(clause.lemma));
            if (host.relation == Relation.COMPLEMENT
                    && host.parent != null
                    && plainPast
                    && (host.auxiliary || host.modality != Modality.NONE)
                    && !host.parent.auxiliary
                    && !"that".equals(subordinator)) {
                host = host.parent;
            }
            while (host.parent != null
                    && ("what".equals(host.introducer) || host.relation == Relation.ADVERBIAL && comma)) {
                host = host.parent;
            }
            return host;
        }

        private boolean conjunctionInside(Clause host) {
            return conjunction && host.antecedent == host.subject && !comma;
        }

        private void infinitive(Clause clause) {
            clause.relation = Relation.INFINITIVE;
            clause.parent = current;
            Clause before = current;
            if (before != null) {
                boolean joined = conjunction && before.relation == Relation.INFINITIVE;
                clause.conjoined = joined;
                clause.subject = joined ? before.subject : before.subject;
                clause.parentNoun = joined ? before.parentNoun : adjacentNoun(clause);
                clause.parent = joined ? before : before;
                before.children.add(clause);
            } else if (!run.isEmpty() && verbless()) {
                clause.finite = true;
                clause.modality = Modality.FUTURE;
                clause.subject = run.get(0);
                clause.relation = Relation.MAIN;
            } else {
                clause.parentNoun = adjacentNoun(clause);
                if (!run.isEmpty()) {
                    waiting.push(run.get(0));
                }
            }
        }

        /** Whether no finite verb stands in the sentence, or only behind a comma, as in headlines: "X to visit Y, says Z". */
        private boolean verbless() {
            boolean ended = false;
            for (WordClass c : classes) {
                ended |= c == WordClass.COMMA;
                if (c == WordClass.VERB || c == WordClass.MODAL || c == WordClass.AUXILIARY) {
                    return ended;
                }
            }
            return true;
        }

        private @Nullable NounGroup adjacentNoun(Clause clause) {
            NounGroup noun = previous;
            return noun != null && noun.last() <= clause.first && nouns.end(noun) == clause.first ? noun : null;
        }

        private void gerund(Clause clause) {
            clause.parent = current;
            clause.subject = current == null ? null : current.subject;
            if (preposition != null) {
                clause.relation = Relation.GERUND;
                clause.introducer = preposition;
                clause.parentNoun = adjacentBefore(clause.first - 1);
                if (current == null && !run.isEmpty()) {
                    waiting.push(run.get(0));
                }
            } else if (subordinator != null) {
                clause.relation = Relation.ADVERBIAL;
                clause.introducer = subordinator;
            } else if (!comma && !conjunction && previous != null && adjacentNoun(clause) != null) {
                clause.relation = Relation.RELATIVE;
                clause.antecedent = previous;
                clause.subject = previous;
                previous.relative(clause);
                if (current == null && !run.isEmpty()) {
                    waiting.push(run.get(0));
                }
            } else {
                boolean object = current != null && current.last == clause.first && !comma && !conjunction;
                clause.relation = object ? Relation.GERUND : Relation.PARTICIPLE;
                joinParticiple(clause);
            }
            if (current != null) {
                current.children.add(clause);
            }
        }

        private void joinParticiple(Clause clause) {
            Clause before = current;
            if (before == null) {
                if (!run.isEmpty()) {
                    clause.subject = run.get(0);
                    waiting.push(run.get(0));
                }
            } else if (conjunction && (before.relation == Relation.GERUND || before.relation == Relation.PARTICIPLE)) {
                clause.relation = before.relation;
                clause.introducer = before.introducer;
                clause.parent = before.parent;
                clause.subject = before.subject;
                clause.conjoined = true;
            }
        }

        private @Nullable NounGroup adjacentBefore(int token) {
            NounGroup noun = previous;
            return noun != null && nouns.end(noun) == token ? noun : null;
        }

        /** A participle without auxiliary: "imposed by …" behind a noun or a comma, "Backed by …," at the head. */
        private void reduced(Clause clause) {
            clause.passive = !clause.perfect;
            clause.parent = current;
            if (previous != null && (!conjunction || current == null)) {
                clause.relation = Relation.RELATIVE;
                clause.antecedent = previous;
                clause.subject = previous;
                previous.relative(clause);
                if ((current == null || strong || subordinator != null) && !run.isEmpty()) {
                    waiting.push(run.get(0));
                }
            } else if (current != null && conjunction) {
                clause.relation = current.relation;
                clause.subject = current.subject;
                clause.passive = current.passive;
                clause.finite = current.finite;
                clause.perfect = current.perfect;
                clause.modality = current.modality;
                clause.parent = current;
                clause.conjoined = true;
            } else {
                clause.relation = Relation.PARTICIPLE;
            }
        }

        private void steal(NounGroup subject) {
            if (current != null) {
                int at = current.arguments.indexOf(subject);
                if (at >= 0) {
                    current.arguments.subList(at, current.arguments.size()).clear();
                }
            }
        }
    }
}
