package io.entente.coder.rules.discourse;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Grounds;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.DeicticPronouns;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.FactualityResolver;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.clause.Speaker;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the coders of one sentence share: the sentence, what its clauses mean, and what was found so far.
 *
 * @param scene the sentence
 * @param lexicon the event lexicon
 * @param matcher the lexicon entries of its clauses
 * @param contexts who says each clause
 * @param nouns the roles of its event nouns
 * @param roles the roles of its clauses
 * @param memory what the article has reported up to here
 * @param drafts what was found
 * @param consumed the heads of the noun groups whose acts are reported already
 */
public record SentenceCodingState(
        AnnotatedSentence scene,
        EventLexicon lexicon,
        PatternMatcher matcher,
        FactualityResolver contexts,
        NounRoles nouns,
        SemanticRoles roles,
        EventMemory memory,
        CandidateEvents drafts,
        BitSet consumed) {

    /**
     * The state of a sentence in which nothing has been found yet. Who speaks decides whom "we" and "our" mean, and both decide the roles:
     * each step takes what the one before it returns.
     *
     * @param anybody whether acts count that nobody is named for
     */
    public static SentenceCodingState of(
            AnnotatedSentence sentence, EventLexicon lexicon, EventHistory history, Speaker outer, boolean anybody) {
        PatternMatcher matcher = new PatternMatcher(lexicon, sentence);
        FactualityResolver contexts = new FactualityResolver(sentence, matcher, outer);
        AnnotatedSentence resolved = new DeicticPronouns(sentence, contexts).resolve();
        NounRoles nouns = new NounRoles(resolved);
        CandidateEvents drafts = new CandidateEvents(anybody);
        return new SentenceCodingState(
                resolved,
                lexicon,
                matcher,
                contexts,
                nouns,
                new SemanticRoles(resolved, matcher, nouns),
                new EventMemory(drafts, history),
                drafts,
                new BitSet());
    }

    /** The clauses of its nouns. */
    public NounClauses nounClauses() {
        return new NounClauses(scene);
    }

    /** Whether what its nouns name happened. */
    public NounFactuality nounFactuality() {
        return new NounFactuality(this);
    }

    public boolean take(NounGroup group) {
        consumed.set(group.head());
        return true;
    }

    public void both(Act act, List<Actor> one, List<Actor> other) {
        drafts.add(act, one, other);
        drafts.add(act, other, one);
    }

    public static Act act(
            Clause clause,
            EventType type,
            double intensity,
            Status status,
            Factuality context,
            Grounds grounds,
            @Nullable VerbEntry entry) {
        String severe = entry == null || entry.type() != type ? null : entry.severe();
        List<String> entries = entry == null ? List.of(AnnotatedSentence.key(clause)) : List.of(entry.id());
        return new Act(type, intensity, status, severe, clause.verb(), clause.last(), context, grounds, entries);
    }

    /** An act that a clause tells without an entry of the lexicon, of the usual intensity of its type. */
    public static Act act(Clause clause, EventType type, Status status, Factuality context, Grounds grounds) {
        return act(clause, type, EventTypes.intensity(type), status, context, grounds, null);
    }

    public static Act act(NounGroup group, NounEntry noun, Status status, Factuality context, Grounds grounds) {
        return new Act(
                noun.type(),
                noun.intensity(),
                status,
                noun.severe(),
                group.head(),
                group.head() + 1,
                context,
                grounds,
                List.of(noun.id()));
    }

    /**
     * An act that the sentence implies, with a noun as its trigger.
     *
     * @param entry the word by which it was found
     */
    public static Act act(NounGroup group, EventType type, Status status, Grounds grounds, String entry) {
        return new Act(
                type,
                EventTypes.intensity(type),
                status,
                null,
                group.head(),
                group.head() + 1,
                Factuality.NARRATED,
                grounds,
                List.of(entry));
    }

    /** How the words of a stretch judge what they are said of. */
    public double judgement(int first, int last) {
        return new Appraisal(scene, lexicon).of(first, last);
    }

    public List<Clause> childrenOf(Clause clause) {
        List<Clause> children = new ArrayList<>(2);
        for (Clause other : scene.parse().clauses()) {
            if (other.parent() == clause && !other.conjoined()) {
                children.add(other);
            }
        }
        return children;
    }

    /** The clause of which the phrase is an argument, or before whose subject it stands. */
    @Nullable
    public Clause beside(NounGroup group) {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.arguments().contains(group)) {
                return clause;
            }
        }
        for (Clause clause : scene.parse().clauses()) {
            boolean fronted = clause.subject() != null
                    && group.first() < clause.subject().first()
                    && clause.subject().first() < clause.verb()
                    && clause.finite();
            if (fronted) {
                return group.governor() == null ? clause : null;
            }
        }
        return null;
    }
}
