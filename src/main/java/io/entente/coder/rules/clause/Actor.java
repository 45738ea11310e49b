package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An actor in its place in a sentence.
 *
 * @param mention the words that name it
 * @param group the noun group in which they stand
 * @param direct whether the group is about the actor itself ("the Russian army"), not about something of it ("Russian gas")
 */
public record Actor(ActorMention mention, NounGroup group, boolean direct) {

    public String code() {
        return mention.code();
    }

    /** Whether it is a country. */
    public boolean country() {
        return mention.actorKind() == ActorKind.COUNTRY;
    }

    /** Whether it is a country or a bloc: no armed group, no organisation. */
    public boolean countryOrBloc() {
        return country() || mention.actorKind() == ActorKind.BLOC;
    }

    /** Whether the group names people of a country by their nation alone: "two Palestinians". */
    public boolean national() {
        boolean person =
                group.first() < mention.first() && mention.first() <= group.head() && group.head() < mention.last();
        return mention.kind() == MentionKind.DEMONYM
                && mention.actorKind() == ActorKind.COUNTRY
                && ("people".equals(mention.role()) || person);
    }

    public static Set<String> codes(List<Actor> actors) {
        if (actors.size() < 2) {
            return actors.isEmpty() ? Set.of() : Set.of(actors.get(0).code());
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Actor actor : actors) {
            codes.add(actor.code());
        }
        return codes;
    }

    /** Those of {@code actors} whose codes are not among {@code codes}. */
    public static List<Actor> without(List<Actor> actors, Set<String> codes) {
        if (actors.isEmpty()) {
            return actors;
        }
        List<Actor> others = new ArrayList<>(actors.size());
        for (Actor actor : actors) {
            if (!codes.contains(actor.code())) {
                others.add(actor);
            }
        }
        return others;
    }

    /** The first of {@code lists} that is not empty. */
    @SafeVarargs
    public static List<Actor> first(List<Actor>... lists) {
        for (List<Actor> list : lists) {
            if (!list.isEmpty()) {
                return list;
            }
        }
        return List.of();
    }
}
