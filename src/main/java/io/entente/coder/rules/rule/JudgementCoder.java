package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Codes what words that judge say: giving something a name, blaming somebody in what one says of him; and calling for or on. */
public final class JudgementCoder {
    private static final Set<MentionKind> PEOPLE =
            EnumSet.of(MentionKind.LEADER, MentionKind.OFFICE, MentionKind.PERSON);
    private static final double JUDGEMENT = 0.3;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;

    JudgementCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
    }

    /** "called for", "called on X to …", and giving something a name that judges it. */
    boolean call(Predicate use) {
        Clause clause = use.clause();
        List<NounGroup> arguments = clause.arguments();
        boolean named = !arguments.isEmpty() && arguments.get(0).preposition() == null;
        return clause.lemma().equals("call") && !named && appeal(use) || name(use);
    }

    private boolean appeal(Predicate use) {
        Clause clause = use.clause();
        Set<String> codes = use.codes();
        List<Actor> asked = first(
                Actor.without(roles.after(clause, "on"), codes), Actor.without(roles.after(clause, "upon"), codes));
        if (!asked.isEmpty()) {
            drafts.add(use.act(EventType.REQUEST, 1, Rule.APPEAL), use.sources(), asked);
            return true;
        }
        if (calledFor(use)) {
            return true;
        }
        List<Clause> contents = stage.childrenOf(clause).stream()
                .filter(c -> c.relation() == ClauseRelation.INFINITIVE)
                .toList();
        List<Actor> wanted = contents.isEmpty() ? List.of() : Actor.without(roles.after(clause, "for"), codes);
        if (!wanted.isEmpty()) {
            boolean harm = contents.stream().anyMatch(this::harms);
            drafts.add(use.act(EventType.REQUEST, harm ? -3 : 1, Rule.APPEAL), use.sources(), wanted);
            return true;
        }
        if (clause.arguments().stream().anyMatch(a -> "for".equals(a.preposition()))) {
            List<Actor> others = first(
                    concerned(clause, codes),
                    roles.below(clause, codes, false),
                    stage.memory().opponent(codes));
            drafts.add(use.act(EventType.REQUEST, 1, Rule.APPEAL.at(EvidenceGrade.IMPLIED)), use.sources(), others);
            return true;
        }
        return false;
    }

    /** "called the ruling a disgrace". */
    private boolean name(Predicate use) {
        Clause clause = use.clause();
        Set<String> codes = use.codes();
        double judgement = stage.judgement(clause.last(), end(clause));
        NounGroup gap = PatternMatcher.gap(clause);
        NounGroup object = gap != null ? gap : clause.passive() ? clause.subject() : clause.object();
        if (phoned(use)) {
            return true;
        }
        boolean said = !use.sources().isEmpty() || drafts.anybody();
        if (object == null || !said || Math.abs(judgement) < JUDGEMENT) {
            return true;
        }
        boolean affair = scene.in(LexiconSet.AFFAIR, scene.singular(object.head()));
        List<Actor> targets = scene.nearest(object, codes, affair);
        if (targets.isEmpty() && (gap != null || scene.pointsBack(object))) {
            targets = stage.memory().lastNamed(codes, judgement < 0);
        }
        NounEntry noun = scene.event(object);
        boolean pointed = FunctionWords.POINTER.has(scene.lower(object.first()));
        if (targets.isEmpty() && noun != null && pointed) {
            targets = stage.memory().doer(noun.type(), codes);
        }
        if (targets.isEmpty() && pointed && moves(object)) {
            targets = judgement < 0
                    ? stage.memory().antecedents().offender(codes)
                    : stage.memory().antecedents().benefactor(codes);
        }
        boolean words = noun != null
                && (noun.type() == EventType.ACCUSE
                        || noun.type() == EventType.REQUEST
                        || noun.type() == EventType.THREATEN);
        EventType type = judgement > 0 ? EventType.SUPPORT : words ? EventType.REJECT : EventType.ACCUSE;
        drafts.add(use.act(type, EventTypes.intensity(type), Rule.JUDGED), use.sources(), targets);
        return true;
    }

    /** "the decision", "the trip illegal". */
    private boolean moves(NounGroup group) {
        for (int i = group.first() + 1; i < group.last(); i++) {
            if (scene.in(LexiconSet.MOVE, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the name that something is given may stand: "described X's plan to join as an unfriendly step". */
    private int end(Clause clause) {
        int end = roles.end(clause);
        for (Clause child : stage.childrenOf(clause)) {
            boolean described = child.relation() == ClauseRelation.INFINITIVE && child.parentNoun() == clause.object();
            boolean asked = clause.lemma().equals("call")
                    && (clause.object() == null
                            || scene.agents(clause.object()).stream().anyMatch(Actor::direct));
            end = described && !asked ? Math.max(end, roles.end(child)) : end;
        }
        return end;
    }

    /** "to be expelled", "should be banned": what is wanted is done to those of whom it is said. */
    boolean harms(Clause clause) {
        return clause.passive()
                && stage.matcher().entries(clause).stream()
                        .limit(1)
                        .anyMatch(entry -> entry.type() != null && EventTypes.hostile(entry.type()));
    }

    /** "called the president of X": nothing but a person after the verb. */
    private boolean phoned(Predicate use) {
        Clause clause = use.clause();
        NounGroup object = clause.object();
        long objects = clause.arguments().stream()
                .filter(argument -> argument.preposition() == null)
                .count();
        if (object == null || objects != 1 || clause.passive() || scene.event(object) != null) {
            return false;
        }
        List<Actor> called = Actor.without(scene.agents(object), use.codes()).stream()
                .filter(actor ->
                        actor.direct() && PEOPLE.contains(actor.mention().kind()))
                .toList();
        boolean alone = called.size() == 1
                && stage.judgement(clause.last(), roles.end(clause)) == 0
                && called.get(0).mention().last() >= object.last();
        if (alone) {
            stage.both(use.act(EventType.CONSULT, 1, Rule.MUTUAL.at(EvidenceGrade.INDIRECT)), use.sources(), called);
        }
        return alone;
    }

    /** "called for more openness in X". */
    private List<Actor> concerned(Clause clause, Set<String> codes) {
        return clause.arguments().stream()
                .filter(argument -> "for".equals(argument.preposition()))
                .map(argument -> scene.nearest(argument, codes, true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** "called for sanctions against X" blames X; "called for talks with X" asks for them. */
    private boolean calledFor(Predicate use) {
        for (NounGroup argument : use.clause().arguments()) {
            NounGroup wanted = "for".equals(argument.preposition()) ? measure(argument) : argument;
            NounEntry noun = "for".equals(argument.preposition()) ? scene.event(wanted) : null;
            if (noun != null) {
                List<Actor> targets = stage.nouns().targets(wanted, noun, use.codes());
                EventType type = EventTypes.hostile(noun.type()) ? EventType.ACCUSE : EventType.REQUEST;
                targets = first(
                        targets,
                        scene.nearest(argument, use.codes(), true),
                        stage.memory().opponent(use.codes()));
                drafts.add(
                        use.act(type, type == EventType.ACCUSE ? -3 : 1, Rule.APPEAL.at(EvidenceGrade.INDIRECT)),
                        use.sources(),
                        targets);
                return stage.take(argument);
            }
        }
        return false;
    }

    /** "the introduction of sanctions": what is to be introduced. */
    private NounGroup measure(NounGroup group) {
        return scene.event(group) != null
                ? group
                : group.modifiers().stream()
                        .filter(modifier -> "of".equals(modifier.preposition()))
                        .filter(modifier -> {
                            NounEntry noun = scene.event(modifier);
                            return noun != null && noun.type() == EventType.SANCTION;
                        })
                        .findFirst()
                        .orElse(group);
    }
}
