package io.entente.language;

import io.entente.language.segment.Sentence;
import io.entente.language.segment.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a sentence has been read: its clauses so far, and what stands since the last of them. */
final class ParserState {
    final Sentence sentence;
    final Tokens tokens;
    final PartOfSpeech[] classes;
    final Valency valency;
    final VerbGroups verbs;
    final NounGroups nouns;
    final Coordination coordination;
    final List<Clause> clauses = new ArrayList<>();

    /** Groups that may be the subject of a verb that is still to come, the nearest first. */
    final Deque<NounGroup> waiting = new ArrayDeque<>();

    /** What opened the clause of a group that waits for its verb: "said that the missile, which hit X, was …". */
    final Map<NounGroup, Opening> openings = new IdentityHashMap<>();

    /** The groups since the last boundary. */
    final List<NounGroup> run = new ArrayList<>();

    /** The last clause; null before the first and after a semicolon. */
    @Nullable
    Clause current;

    /** The last group. */
    @Nullable
    NounGroup previous;

    /** The one before it. */
    @Nullable
    NounGroup earlier;

    /** What a relative pronoun stands for. */
    @Nullable
    NounGroup antecedent;

    /** The auxiliary that stands before its subject ("Seldom has X …"), until its verb comes; otherwise -1. */
    int inverted = -1;

    /** The preposition before a relative pronoun: "to" in "to whom". */
    @Nullable
    String pied;

    /** A group after a preposition that may also open a clause: "after Peru recalled …". */
    @Nullable
    NounGroup timed;

    @Nullable
    String preposition;

    @Nullable
    String subordinator;

    /** Whether a relative pronoun, a comma, a conjunction has come since the last verb. */
    boolean relative;

    boolean comma;
    boolean conjunction;

    /** Whether what comes next stands at the head of a sentence or after a mark as strong. */
    boolean strong = true;

    /**
     * How a clause begins whose subject a relative clause separates from its verb.
     *
     * @param subordinator what introduces it
     * @param host the clause that it depends on
     */
    record Opening(String subordinator, Clause host) {}

    ParserState(Words words, Sentence sentence, PartOfSpeech[] classes, byte[] names) {
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.classes = classes;
        this.valency = words.valency();
        this.verbs = new VerbGroups(words, tokens, classes);
        this.nouns = new NounGroups(valency, tokens, classes, names);
        this.coordination = new Coordination(nouns, tokens, classes, sentence.heading());
    }

    /** Whether a group stands right after a verb that takes a clause, whose subject it may be. */
    boolean clauseVerbBefore(NounGroup group) {
        return current != null && valency.takesClause(current.lemma) && group.first() <= current.last + 1;
    }

    /** "handed over J. Doe, a trader in …, to Kenya": whether the verb's own preposition comes after an apposition. */
    boolean receives(Clause clause) {
        return comma && !conjunction && "to".equals(preposition) && clause.finite && valency.gives(clause.lemma);
    }
}
