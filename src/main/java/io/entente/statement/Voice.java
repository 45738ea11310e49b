package io.entente.statement;

import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom words are attributed.
 *
 * @param actors for whom the speaker speaks
 * @param group the words that name the speaker, or null
 */
record Voice(List<Actor> actors, @Nullable NounGroup group) {
    static final Voice NARRATOR = new Voice(List.of(), null);

    boolean narrator() {
        return group == null;
    }
}
