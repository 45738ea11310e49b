package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;
import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what a clause says of somebody where it is another's words: a reproach, praise, a threat of what will come. */
final class ReproachCoder {
    private static final double REPROACH = -0.5;
    private static final double PRAISE = 0.6;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;
    private final RefusalCoder refusals;

    ReproachCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.refusals = new RefusalCoder(stage);
    }

    /** A reproach in what somebody says of somebody else. */
    void judged(Clause clause, Factuality context) {
        Set<String> speakers = Actor.codes(context.voice().actors());
        if (context.said() && !speakers.isEmpty() && refusals.code(clause, context, roles.end(clause))) {
            return;
        }
        if (stage.matcher().operator(clause) == VerbClass.DOOM) {
            doomed(clause, context, speakers);
            return;
        }
        boolean possible = clause.modality() == Modality.WOULD || clause.modality() == Modality.POSSIBLE;
        boolean harmful = possible && !clause.passive() && deed(clause.subject());
        if (!context.said()
                || speakers.isEmpty()
                || clause.modality() != Modality.NONE && !harmful
                || clause.negated()) {
            return;
        }
        if (clause.passive()) {
            if (stage.lexicon().misdeed(AnnotatedSentence.key(clause))) {
                reproach(clause, context, Actor.without(roles.after(clause, "by"), speakers));
            } else if (clause.lemma().equals("blame") || stage.lexicon().in(LexiconSet.INVOLVING, clause.lemma())) {
                reproach(clause, context, scene.nearest(clause.subject(), speakers, false));
            }
            return;
        }
        if (comes(clause)) {
            reproach(clause, context, scene.nearest(clause.argument("from"), speakers, false));
            return;
        }
        NounGroup judged = clause.subject();
        NounEntry noun = judged == null ? null : scene.event(judged);
        List<Actor> subject = first(
                judged == null || noun == null
                        ? List.of()
                        : Actor.without(stage.nouns().agents(judged, noun), speakers),
                scene.nearest(judged, speakers, false));
        boolean suffers = judged != null && noun != null && stage.nouns().hits(judged, noun, subject, speakers);
        if (suffers || subject.isEmpty() && noun != null && EventTypes.hostile(noun.type())) {
            subject = stage.memory().doer(Objects.requireNonNull(noun).type(), speakers);
        }
        double judgement = stage.judgement(clause.verb(), roles.end(clause));
        boolean copula = clause.lemma().equals("be");
        if ((copula || clause.lemma().equals("remain")) && judgement >= PRAISE && praised(judged, noun, subject)) {
            drafts.add(
                    act(clause, EventType.SUPPORT, 3, Status.ASSERTED, context, Rule.PRAISE.grounds(), null),
                    context.voice().actors(),
                    subject);
            return;
        }
        if (copula && subject.isEmpty() && scene.actors(clause.subject()).isEmpty()) {
            subject = Actor.without(context.counterpart(), speakers);
        }
        boolean misdeed = stage.lexicon().misdeed(AnnotatedSentence.key(clause))
                || stage.matcher().operator(clause) == VerbClass.MISDEED;
        if (subject.isEmpty() && judged != null && (misdeed || copula && judgement <= REPROACH)) {
            subject = pointed(judged, speakers);
        }
        if (!subject.isEmpty() && (misdeed || judgement <= REPROACH)) {
            reproach(clause, context, subject);
        }
    }

    /** "It is an aggression," said X; "said the move undermined …". */
    private List<Actor> pointed(NounGroup subject, Set<String> speakers) {
        if (FunctionWords.PRONOUN_OF_ACT.has(scene.head(subject))) {
            return stage.memory().antecedents().offender(speakers);
        }
        List<Actor> mover = Actor.without(stage.memory().mover(scene, subject), speakers);
        boolean definite = FunctionWords.POINTER.has(scene.lower(subject.first()));
        return mover.isEmpty() && definite && scene.in(LexiconSet.MOVE, scene.head(subject))
                ? stage.memory().antecedents().offender(speakers)
                : mover;
    }

    /** "said X was a loyal friend", "said X's election was a step in the right direction": X or what it does. */
    private boolean praised(@Nullable NounGroup judged, @Nullable NounEntry noun, List<Actor> named) {
        boolean affair = judged != null
                && (noun != null || scene.in(LexiconSet.AFFAIR, scene.singular(judged.head())))
                && scene.actors(judged).containsAll(named);
        return !named.isEmpty() && (affair || scene.agents(judged).containsAll(named));
    }

    /** "said that X's plan would violate …", "could jeopardise …": what an act would do is its author's fault. */
    private boolean deed(@Nullable NounGroup subject) {
        return subject != null
                && scene.event(subject) != null
                && scene.actors(subject).stream()
                        .noneMatch(actor -> actor.mention().last() > subject.head());
    }

    /** "said that the missiles came from X". */
    private boolean comes(Clause clause) {
        NounGroup subject = clause.subject();
        boolean origin = clause.lemma().equals("come") || clause.lemma().equals("originate");
        if (subject == null || !origin) {
            return false;
        }
        String head = scene.singular(subject.head());
        NounEntry noun = scene.event(subject);
        return scene.in(LexiconSet.WEAPON, head)
                || scene.in(LexiconSet.AIRCRAFT, head)
                || noun != null && EventTypes.force(noun.type());
    }

    private void reproach(Clause clause, Factuality context, List<Actor> blamed) {
        drafts.add(
                act(clause, EventType.ACCUSE, -2, Status.ASSERTED, context, Rule.REPROACH.grounds(), null),
                context.voice().actors(),
                blamed);
    }

    /** "X said that Y would pay a heavy price". */
    private void doomed(Clause clause, Factuality context, Set<String> speakers) {
        boolean announced = clause.modality() == Modality.WOULD
                || clause.modality() == Modality.FUTURE
                || clause.modality() == Modality.DUTY;
        if (!context.said() || speakers.isEmpty() || !announced || clause.negated()) {
            return;
        }
        boolean empty = clause.subject() != null && FunctionWords.EXPLETIVE.has(scene.head(clause.subject()));
        List<Actor> named = scene.nearest(empty ? clause.argument("for") : clause.subject(), speakers, false);
        drafts.add(
                act(clause, EventType.THREATEN, -5, Status.ASSERTED, context, Rule.DOOM.grounds(), null),
                context.voice().actors(),
                named.isEmpty() ? Actor.without(context.counterpart(), speakers) : named);
    }
}
