package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a noun group concerns other than certain actors: those nearest to it in what hangs on it, or before it. */
final class NearestActors {
    private static final int DEPTH = 6;

    private final AnnotatedSentence scene;

    NearestActors(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** See {@link AnnotatedSentence#nearest}. */
    List<Actor> of(@Nullable NounGroup group, Set<String> excluded, boolean places) {
        return of(group, excluded, places, DEPTH);
    }

    private List<Actor> of(@Nullable NounGroup group, Set<String> excluded, boolean places, int depth) {
        if (group == null || depth == 0) {
            return List.of();
        }
        List<Actor> own = new ArrayList<>(2);
        for (Actor actor : scene.actors(group)) {
            if (!excluded.contains(actor.code())
                    && (places || !AnnotatedSentence.place(actor))
                    && !scene.topic(actor)) {
                own.add(actor);
            }
        }
        if (!own.isEmpty()) {
            return own;
        }
        for (NounGroup modifier : group.modifiers()) {
            boolean aside = FunctionWords.CIRCUMSTANCE.has(modifier.preposition())
                    || crime(modifier)
                    || NounRoles.answers(scene, modifier);
            List<Actor> found = aside ? List.of() : of(modifier, excluded, places, depth - 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (NounGroup conjunct : group.conjuncts()) {
            List<Actor> found = of(conjunct, excluded, places, depth - 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "arrested a man over the murder of a Briton": what is done to him is not done to the victim's state. */
    private boolean crime(NounGroup modifier) {
        NounEntry noun = scene.event(modifier);
        return noun != null && noun.type() == EventType.ASSAULT && !noun.mutual();
    }

    /** See {@link AnnotatedSentence#other}. */
    List<Actor> other(NounGroup group, Set<String> sources) {
        if (!FunctionWords.OBJECT_PRONOUN.has(scene.head(group)) || group.last() - group.first() > 1) {
            return List.of();
        }
        List<Actor> meant = scene.actors(group);
        if (meant.isEmpty() || !sources.containsAll(Actor.codes(meant))) {
            return List.of();
        }
        List<ActorMention> mentions = scene.mentions();
        for (int i = mentions.size() - 1; i >= 0; i--) {
            ActorMention mention = mentions.get(i);
            if (mention.last() <= group.first() && !sources.contains(mention.code())) {
                return List.of(new Actor(mention, group, true));
            }
        }
        return List.of();
    }
}
