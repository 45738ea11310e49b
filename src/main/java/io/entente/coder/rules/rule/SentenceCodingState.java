package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
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
import java.util.Set;
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
 * @param discourse what the article reported before
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
        EventHistory discourse,
        CandidateEvents drafts,
        BitSet consumed) {

    /**
     * The stage of a sentence, with nothing found yet.
     *
     * @param anybody whether acts count that nobody is named for
     */
    public static SentenceCodingState of(
            AnnotatedSentence scene, EventLexicon lexicon, EventHistory discourse, Speaker outer, boolean anybody) {
        PatternMatcher matcher = new PatternMatcher(lexicon, scene);
        NounRoles nouns = new NounRoles(scene);
        FactualityResolver contexts = new FactualityResolver(scene, matcher, outer);
        new DeicticPronouns(scene, contexts).resolve();
        return new SentenceCodingState(
                scene,
                lexicon,
                matcher,
                contexts,
                nouns,
                new SemanticRoles(scene, matcher, nouns),
                discourse,
                new CandidateEvents(anybody),
                new BitSet());
    }

    boolean take(NounGroup group) {
        consumed.set(group.head());
        return true;
    }

    /** Those who last did something to {@code codes}, in this sentence or before it. */
    List<Actor> lastToward(Set<String> codes, boolean hostile) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            CandidateEvent draft = told.get(i);
            boolean fits = codes.contains(draft.target().code())
                    && (!hostile || draft.sign() < 0 || draft.type() == EventType.REQUEST);
            if (fits && !codes.contains(draft.source().code())) {
                return List.of(draft.source());
            }
        }
        return discourse.lastToward(codes, hostile);
    }

    /** Who did something hostile to {@code codes} in this sentence. */
    public List<Actor> answering(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            CandidateEvent draft = told.get(i);
            if (draft.sign() < 0
                    && draft.type() != EventType.REQUEST
                    && codes.contains(draft.target().code())
                    && !codes.contains(draft.source().code())) {
                return List.of(draft.source());
            }
        }
        return List.of();
    }

    /** The other side of the last hostile dealings of {@code codes}, in this sentence or the few before. */
    public List<Actor> opponent(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            CandidateEvent draft = told.get(i);
            if (draft.sign() < 0 || draft.type() == EventType.REQUEST) {
                if (codes.contains(draft.target().code())
                        && !codes.contains(draft.source().code())) {
                    return List.of(draft.source());
                }
                if (codes.contains(draft.source().code())
                        && !codes.contains(draft.target().code())) {
                    return List.of(draft.target());
                }
            }
        }
        return discourse.opponent(codes);
    }

    /** Whom the sentence spoke of last, other than {@code codes}: for "the move", "them", "a step that …". */
    public List<Actor> lastNamed(Set<String> codes, boolean hostile) {
        List<Actor> toward = lastToward(codes, hostile);
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; toward.isEmpty() && i >= 0; i--) {
            CandidateEvent draft = told.get(i);
            if (!codes.contains(draft.source().code())) {
                return List.of(draft.source());
            }
            if (!codes.contains(draft.target().code())) {
                return List.of(draft.target());
            }
        }
        return toward;
    }

    /** What was done to {@code codes} in this sentence, or else last before it. */
    List<CandidateEvent> toward(Set<String> codes) {
        List<CandidateEvent> found = drafts.all().stream()
                .filter(d -> codes.contains(d.target().code()))
                .toList();
        return found.isEmpty() ? discourse.toward(codes) : found;
    }

    /** Who last accused {@code codes}. */
    List<Actor> accuser(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            CandidateEvent draft = told.get(i);
            if (draft.type() == EventType.ACCUSE
                    && codes.contains(draft.target().code())) {
                return List.of(draft.source());
            }
        }
        return discourse.accuser(codes);
    }

    /** Both sides of the last agreement, truce or talks that the article reported. */
    public List<Actor> parties(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            if (settles(told.get(i).type())) {
                return Actor.without(sides(told.get(i), told), codes);
            }
        }
        return Actor.without(discourse.parties(), codes);
    }

    /** Two others who last did something hostile to one another. */
    public List<Actor> quarrel(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            if (EventHistory.quarrels(told.get(i), codes)) {
                return List.of(told.get(i).source(), told.get(i).target());
            }
        }
        return discourse.quarrel(codes);
    }

    static boolean settles(EventType type) {
        return type == EventType.AGREE || type == EventType.RETREAT || type == EventType.CONSULT;
    }

    /** All who did the same by the same words. */
    static List<Actor> sides(CandidateEvent draft, List<CandidateEvent> told) {
        List<Actor> sides = new ArrayList<>(3);
        for (CandidateEvent other : told) {
            if (other.first() == draft.first() && other.type() == draft.type()) {
                sides.addAll(Actor.without(List.of(other.source()), Actor.codes(sides)));
                sides.addAll(Actor.without(List.of(other.target()), Actor.codes(sides)));
            }
        }
        return sides;
    }

    /** Who last did what the type says, to whomever. */
    List<Actor> doer(EventType type, Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            if (told.get(i).type() == type
                    && !codes.contains(told.get(i).source().code())) {
                return List.of(told.get(i).source());
            }
        }
        return discourse.doer(type, codes);
    }

    /** Toward whom {@code codes} last did something in this sentence. */
    public List<Actor> lastTarget(Set<String> codes) {
        List<CandidateEvent> told = drafts.all();
        for (int i = told.size() - 1; i >= 0; i--) {
            if (codes.contains(told.get(i).source().code())) {
                return Actor.without(List.of(told.get(i).target()), codes);
            }
        }
        return List.of();
    }

    void both(Act act, List<Actor> one, List<Actor> other) {
        drafts.add(act, one, other);
        drafts.add(act, other, one);
    }

    static Act act(
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

    static Act act(NounGroup group, NounEntry noun, Status status, Factuality context, Grounds grounds) {
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

    /** Judgement of the words of a stretch, summed. */
    double judgement(int first, int last) {
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += lexicon.judgement(scene.lower(i));
        }
        return sum;
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
    Clause beside(NounGroup group) {
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
