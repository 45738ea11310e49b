package io.entente.coder.rules.rule;

import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;

/** Whether the host takes part in a visit. */
final class Hosts {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    Hosts(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    /** Whether a visit is reported to be more than one: with talks, a meeting, a greeting. */
    boolean meet(Clause clause) {
        for (int i = 0; i < scene.tokens().size(); i++) {
            boolean met =
                    scene.in(LexiconSet.MEETING, scene.singular(i)) || scene.in(LexiconSet.MEETING, scene.lower(i));
            if (met && i != clause.verb()) {
                return true;
            }
        }
        return false;
    }

    /** "visited X to discuss …", "arrived in X for talks": then the host takes part. */
    boolean confer(Clause clause) {
        boolean discusses = stage.childrenOf(clause).stream()
                .anyMatch(child ->
                        child.relation() == ClauseRelation.INFINITIVE && scene.in(LexiconSet.CONFER, child.lemma()));
        return discusses
                || clause.arguments().stream()
                        .anyMatch(argument -> "for".equals(argument.preposition())
                                && scene.in(LexiconSet.TALK, scene.singular(argument.head())))
                || scene.parse().clauses().stream().anyMatch(other -> meets(clause, other));
    }

    /** "visited X, meeting its president", "made a visit that included talks": who meets somebody unnamed, meets his host. */
    private boolean meets(Clause visit, Clause other) {
        NounGroup met = other.object();
        return met != null
                && other.verb() > visit.verb()
                && !other.passive()
                && !before(visit, other)
                && (scene.in(LexiconSet.CONFER, other.lemma()) || scene.in(LexiconSet.TALK, scene.singular(met.head())))
                && scene.nearest(met, Actor.codes(scene.actors(visit.subject())), true)
                                .size()
                        < 2;
    }

    /** "arrived in X after refusing to hold talks": what happened at another time. */
    private static boolean before(Clause visit, Clause other) {
        for (Clause at = other; at != null && at != visit; at = at.parent()) {
            if (at.relation() == ClauseRelation.GERUND && FunctionWords.TEMPORAL.has(at.introducer())) {
                return true;
            }
        }
        return false;
    }
}
