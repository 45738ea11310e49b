package io.entente.coder.rules.rule;

import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.ImplicitTargets;
import io.entente.coder.rules.discourse.NounClauses;
import io.entente.coder.rules.discourse.NounFactuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes acts that nouns name by themselves: "Peru's criticism of the vote", "talks between X and Y", "in solidarity with Z". */
public final class NounCoder {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final AllegationCoder allegations;
    private final ImplicitTargets counterparts;
    private final NounFactuality factuality;
    private final NounClauses clauses;
    private final Participants participants;

    NounCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.allegations = new AllegationCoder(stage);
        this.counterparts = new ImplicitTargets(stage);
        this.factuality = new NounFactuality(stage);
        this.clauses = new NounClauses(scene);
        this.participants = new Participants(stage);
    }

    void code() {
        for (NounGroup group : scene.parse().groups()) {
            if (!stage.consumed().get(group.head())) {
                code(group);
            }
        }
    }

    private void code(NounGroup group) {
        NounEntry noun = stage.lexicon().nounOf(scene.head(group));
        if (noun == null) {
            noun = carrier(group);
        }
        if (noun == null && !allegations.misdeed(group, null)) {
            return;
        }
        Clause clause = clauses.of(group);
        if (allegations.aired(group, noun, clause) || noun == null || factuality.isUnreal(group, clause)) {
            return;
        }
        NounGroup governor = group.governor();
        boolean shown = governor != null
                && "of".equals(group.preposition())
                && "in".equals(governor.preposition())
                && stage.lexicon().in(LexiconSet.DISPLAY, scene.head(governor));
        if (noun.type() == EventType.SUPPORT && ("in".equals(group.preposition()) || shown)) {
            inSupport(
                    group, noun, clause == null ? stage.beside(shown && governor != null ? governor : group) : clause);
            return;
        }
        if (noun.mutual()) {
            boolean idle = factuality.isOver(group, noun, clause)
                    || noun.has(NounMark.LIGHT) && !subsists(group, clause) && !settled(group, noun)
                    || noun.type() == EventType.CONSULT && stage.nouns().wished(group, clause);
            if (!idle) {
                done(
                        act(group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.NOUN.grounds()),
                        participants.of(group, noun, clause));
            }
            return;
        }
        if (noun.type() == EventType.MOBILIZE && joint(group, noun, clause)) {
            return;
        }
        if (clause != null && group == clause.subject() && clause.lemma().equals("come") && !clause.negated()) {
            List<Actor> authors = stage.roles().after(clause, "from");
            stage.drafts()
                    .add(
                            act(group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.NOUN.grounds()),
                            authors,
                            stage.nouns().targets(group, noun, Actor.codes(authors)));
        }
        List<Actor> agents = stage.nouns().agents(group, noun);
        boolean light = noun.has(NounMark.LIGHT)
                && noun.type() != EventType.AID
                && (object(group, clause) || !told(group, noun, agents));
        if (light
                && !counterparts.answering(group, noun, agents)
                && !ImplicitTargets.stirs(group, noun, clause)
                && !visited(group, noun, clause)
                && !(EventTypes.force(noun.type()) && clause != null && counterparts.answered(clause))) {
            return;
        }
        if (agents.isEmpty() && clause != null && touring(group, noun)) {
            agents = stage.roles().subject(clause, stage.contexts().of(clause), 3);
        }
        List<Actor> targets = stage.nouns().targets(group, noun, Actor.codes(agents));
        if (noun.type() == EventType.RETREAT
                && targets.stream().anyMatch(actor -> actor.mention().actorKind() == ActorKind.BLOC)) {
            return; // "X's withdrawal from the union"
        }
        if (targets.isEmpty() && !agents.isEmpty()) {
            targets = counterparts.ground(group, noun, clause, agents);
        }
        Rule rule = targets.isEmpty() ? Rule.NOUN_INFERRED : Rule.NOUN;
        targets = targets.isEmpty() ? counterparts.content(group, Actor.codes(agents)) : targets;
        if (targets.isEmpty() && clause != null && !agents.isEmpty()) {
            targets = counterparts.affected(group, noun, clause, agents);
        }
        Status status = FunctionWords.AHEAD.has(group.preposition()) ? Status.INTENDED : Status.ASSERTED;
        stage.drafts().add(act(group, noun, status, Factuality.NARRATED, rule.grounds()), agents, targets);
    }

    private void done(Act act, Participants.Sides sides) {
        if (sides.oneWay()) {
            stage.drafts().add(act, sides.first(), sides.second());
        } else {
            stage.both(act, sides.first(), sides.second());
        }
    }

    /** "aid trucks crossed into …": what carries the aid stands for it. */
    private @Nullable NounEntry carrier(NounGroup group) {
        NounEntry noun = scene.event(group);
        return noun != null && noun.type() == EventType.AID && !scene.person(group) ? noun : null;
    }

    private void inSupport(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        if (clause != null) {
            Factuality context = stage.contexts().of(clause);
            List<Actor> sources = stage.roles().subject(clause, context, 3);
            stage.drafts()
                    .add(
                            act(group, noun, Status.ASSERTED, context, Rule.NOUN.grounds()),
                            sources,
                            stage.nouns().targets(group, noun, Actor.codes(sources)));
        }
    }

    /** "docked for joint exercises with the navy of X". */
    private boolean joint(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        if (!stage.nouns().joint(group)) {
            return false;
        }
        List<Actor> sides = new ArrayList<>(stage.nouns().participants(group, noun));
        if (clause != null && group != clause.subject() && sides.size() < 2 && group.governor() == null) {
            sides.addAll(
                    Actor.without(stage.roles().subject(clause, stage.contexts().of(clause), 3), Actor.codes(sides)));
        }
        CandidateEvents.Act act = new CandidateEvents.Act(
                EventType.COOPERATE,
                EventTypes.intensity(EventType.COOPERATE),
                Status.ASSERTED,
                null,
                group.head(),
                group.head() + 1,
                Factuality.NARRATED,
                Rule.NOUN.grounds(),
                List.of(noun.id()));
        stage.both(act, sides, sides);
        return true;
    }

    /** "the sultan's visit to Tehran". */
    private boolean visited(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        boolean by = group.modifiers().stream().anyMatch(m -> "by".equals(m.preposition()));
        return noun.type() == EventType.CONSULT
                && !noun.mutual()
                && ((factuality.isOwned(group) || by) && !object(group, clause) || touring(group, noun));
    }

    private static boolean object(NounGroup group, @Nullable Clause clause) {
        return clause != null && group != clause.subject() && group.preposition() == null;
    }

    /** "said on a visit to Hanoi", "on the second day of a visit to Hanoi". */
    private static boolean touring(NounGroup group, NounEntry noun) {
        NounGroup tour = "of".equals(group.preposition()) ? group.governor() : group;
        return noun.type() == EventType.CONSULT
                && !noun.mutual()
                && tour != null
                && FunctionWords.ON_TOUR.has(tour.preposition());
    }

    /** Whether an act that nouns seldom report by themselves is reported with who does it to whom: "Kenya's support for Uganda". */
    private boolean told(NounGroup group, NounEntry noun, List<Actor> agents) {
        NounGroup governor = group.governor();
        NounEntry subject = governor == null ? null : scene.event(governor);
        boolean talkedOf = subject != null
                && !"of".equals(group.preposition())
                && (subject.type() == EventType.CONSULT
                        || subject.type() == EventType.AGREE
                        || subject.type() == EventType.REQUEST);
        return !agents.isEmpty()
                && !talkedOf
                && noun.type() != EventType.STATEMENT
                && !noun.has(NounMark.MISDEED)
                && !noun.has(NounMark.ASSET)
                && !stage.nouns().targets(group, noun, Actor.codes(agents)).isEmpty();
    }

    /** "because of the deal between X and Y": a pact that is a reason or a background is in force. */
    private boolean settled(NounGroup group, NounEntry noun) {
        return noun.type() == EventType.AGREE
                && FunctionWords.BACKGROUND.has(group.preposition())
                && !stage.nouns().participants(group, noun).isEmpty();
    }

    /** Whether what two do is the subject of a clause that does not report its end. */
    private boolean subsists(NounGroup group, @Nullable Clause clause) {
        return clause != null
                && clause.subject() == group
                && !clause.passive()
                && clause.finite()
                && !clause.negated()
                && clause.modality() == Modality.NONE
                && factuality.goesOn(group, clause)
                && stage.matcher().operator(clause) != VerbClass.LIFT
                && !scene.covered(group.head());
    }
}
