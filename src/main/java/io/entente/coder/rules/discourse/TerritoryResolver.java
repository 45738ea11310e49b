package io.entente.coder.rules.discourse;

import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose territory force is used. Force in another state is an act toward it, whoever is hit there: "killed five militants in
 * Kunduz, Afghanistan".
 */
public final class TerritoryResolver {
    /** Headings are short. */
    private static final int HEADING = 12;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    public TerritoryResolver(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    /** The states in which what a clause or the clauses below it report takes place, other than {@code sources}. */
    public List<Actor> of(Clause clause, Set<String> sources) {
        List<Actor> found = in(clause, sources);
        for (Clause child : found.isEmpty() ? stage.childrenOf(clause) : List.<Clause>of()) {
            found = found.isEmpty() && !child.finite() ? in(child, sources) : found;
        }
        found = found.isEmpty() ? hanging(clause.subject(), sources) : found;
        return found.isEmpty() ? topic(sources) : found;
    }

    /** A border is not a state's ground: "killed three smugglers on the border with X". */
    private boolean frontier(NounGroup group) {
        return stage.lexicon().in(LexiconSet.FRONTIER, scene.singular(group.head()));
    }

    /** "War in X: an air strike kills …": the heading before the colon says where. */
    private List<Actor> topic(Set<String> sources) {
        for (NounGroup group : scene.parse().groups()) {
            boolean heading = group.last() < scene.tokens().size()
                    && group.first() < HEADING
                    && scene.lower(group.last()).equals(":");
            List<Actor> found = heading ? Actor.without(scene.actors(group), sources) : List.of();
            NounGroup governor = group.governor();
            if (heading && found.isEmpty() && governor != null) {
                found = Actor.without(scene.actors(governor), sources);
            }
            if (!found.isEmpty()) {
                return found.subList(0, 1);
            }
        }
        return List.of();
    }

    private List<Actor> in(Clause clause, Set<String> sources) {
        for (NounGroup argument : clause.arguments()) {
            String preposition = argument.preposition();
            boolean ground =
                    (preposition == null || FunctionWords.GROUND_OF_FORCE.has(preposition)) && !frontier(argument);
            List<Actor> found = ground ? scene.nearest(argument, sources, true) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "an air strike on a town in Yemen". */
    private List<Actor> hanging(@Nullable NounGroup subject, Set<String> sources) {
        for (NounGroup modifier : subject == null ? List.<NounGroup>of() : subject.modifiers()) {
            boolean ground = FunctionWords.GROUND_OF_FORCE.has(modifier.preposition());
            List<Actor> found = ground ? scene.nearest(modifier, sources, true) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
