package io.entente.coder.rules.rule;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between whom is what several do together and only a noun names: talks, a truce, a clash. */
final class Participants {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    /**
     * Two sides of an act; the same actors on both if all of them do it with each other.
     *
     * @param oneWay whether only the first side does it, to the second
     */
    record Sides(List<Actor> first, List<Actor> second, boolean oneWay) {
        static Sides among(List<Actor> actors) {
            return new Sides(actors, actors, false);
        }
    }

    Participants(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    /** "X and Y's talks", "talks between X and Y", "flew to … for talks with Y". */
    Sides of(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        List<Actor> sides = new ArrayList<>(stage.nouns().participants(group, noun));
        boolean own = sides.size() == 1
                && sides.get(0).mention().actorKind() == ActorKind.BLOC
                && sides.get(0).mention().first() < group.head();
        if (own && noun.type() == EventType.CONSULT) {
            return Sides.among(List.of()); // "the G7 summit"
        }
        if (clause != null && sides.isEmpty() && group == clause.subject()) {
            for (NounGroup argument : clause.arguments()) {
                boolean among = "between".equals(argument.preposition()) || "among".equals(argument.preposition());
                sides.addAll(among ? Actor.without(scene.agents(argument), Actor.codes(sides)) : List.of());
            }
        }
        if (clause != null && noun.type() == EventType.CONSULT && accompanied(group, sides)) {
            List<Actor> traveller = Actor.without(traveller(clause), Actor.codes(sides));
            return traveller.isEmpty() ? Sides.among(sides) : new Sides(traveller, sides, false);
        }
        boolean inForce = noun.type() == EventType.AGREE && FunctionWords.BACKGROUND.has(group.preposition());
        if (clause != null && sides.size() == 1 && (errand(group, clause) || inForce && group != clause.subject())) {
            Factuality context = stage.contexts().of(clause);
            sides.addAll(Actor.without(stage.roles().subject(clause, context, 3), Actor.codes(sides)));
        }
        if (clause != null && sides.size() == 1 && noun.type() == EventType.ASSAULT && hit(group, clause)) {
            List<Actor> struck = Actor.without(scene.actors(clause.subject()), Actor.codes(sides));
            if (struck.stream().allMatch(Actor::national)) {
                return new Sides(sides, struck, true);
            }
            sides.addAll(struck);
        }
        if (clause != null && sides.size() == 1 && group == clause.subject() && noun.type() == EventType.ASSAULT) {
            sides.addAll(scene.agents(clause.object()).stream()
                    .filter(actor -> actor.direct() && !sides.get(0).code().equals(actor.code()))
                    .toList());
        }
        if (clause != null
                && sides.size() == 1
                && group == clause.subject()
                && sides.get(0).mention().first() > group.head()
                && !(noun.type() == EventType.ASSAULT && clause.lemma().equals("be"))) {
            sides.addAll(Actor.without(stage.contexts().of(clause).voice().actors(), Actor.codes(sides)));
        }
        return Sides.among(sides);
    }

    /** "X leaves on a tour that includes talks with …". */
    private List<Actor> traveller(Clause clause) {
        Clause journey = clause.relation() == ClauseRelation.RELATIVE ? clause.parent() : clause;
        return journey == null
                ? List.of()
                : stage.roles().subject(journey, stage.contexts().of(journey), 3);
    }

    /** "a tour that includes talks with X and Y": each of them confers with whoever travels, not with the other. */
    private boolean accompanied(NounGroup group, List<Actor> sides) {
        return sides.size() > 1
                && sides.stream().allMatch(side -> "with".equals(side.group().preposition()))
                && group.modifiers().stream().noneMatch(modifier -> "between".equals(modifier.preposition()));
    }

    /** "Two soldiers were killed in clashes with X". */
    private boolean hit(NounGroup group, Clause clause) {
        return FunctionWords.AMID.has(group.preposition())
                && group.modifiers().stream().noneMatch(modifier -> "between".equals(modifier.preposition()))
                && group != clause.subject()
                && (clause.passive() || clause.object() == null)
                && stage.matcher().entries(clause).stream().anyMatch(e -> e.type() == EventType.ASSAULT);
    }

    /** Whether somebody goes somewhere for what the noun names. */
    private boolean errand(NounGroup group, Clause clause) {
        NounGroup subject = clause.subject();
        boolean fronted = subject != null && group.last() <= subject.first() && !"for".equals(group.preposition());
        return group != subject
                && group.relative() == null
                && FunctionWords.ERRAND.has(group.preposition())
                && (fronted || stage.matcher().operator(clause) != VerbClass.CALL)
                && (fronted
                        || FunctionWords.BESIDE.has(group.preposition())
                        || stage.matcher().entries(clause).stream()
                                .allMatch(e -> e.type() == null || e.type() == EventType.CONSULT));
    }
}
