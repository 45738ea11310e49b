package io.entente.statement;

import io.entente.actor.ActorMention;
import io.entente.language.NounGroup;
import java.util.Collection;
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
record Actor(ActorMention mention, NounGroup group, boolean direct) {

    String code() {
        return mention.code();
    }

    static Set<String> codes(Collection<Actor> actors) {
        Set<String> codes = new LinkedHashSet<>();
        for (Actor actor : actors) {
            codes.add(actor.code());
        }
        return codes;
    }

    /** Those of {@code actors} whose codes are not among {@code codes}. */
    static List<Actor> without(List<Actor> actors, Set<String> codes) {
        return actors.stream().filter(actor -> !codes.contains(actor.code())).toList();
    }
}
