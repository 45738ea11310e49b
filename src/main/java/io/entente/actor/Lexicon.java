package io.entente.actor;

import io.entente.avro.ActorKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All dictionaries, read for use: the tree of forms, the actors by code, the people by family name. Immutable once built. */
final class Lexicon {

    /**
     * A country or a bloc.
     *
     * @param form what "the kingdom" and the like can stand for, in lower case
     */
    record Actor(String code, String name, ActorKind kind, Set<String> form) {}

    private final Node root;
    private final Map<String, Actor> actors;
    private final Map<String, List<Sense>> families;

    Lexicon(Node root, Map<String, Actor> actors, Map<String, List<Sense>> families) {
        this.root = root;
        this.actors = Map.copyOf(actors);
        this.families = Map.copyOf(families);
    }

    @Nullable
    Node node(String key) {
        return root.next(key);
    }

    @Nullable
    Actor actor(String code) {
        return actors.get(code);
    }

    Map<String, Actor> actors() {
        return actors;
    }

    /** Who bears that family name, all offices of theirs, in the order of the dictionary. */
    List<Sense> family(String key) {
        return families.getOrDefault(key, List.of());
    }

    ActorKind kind(String code) {
        Actor actor = actors.get(code);
        return actor == null ? ActorKind.COUNTRY : actor.kind();
    }
}
