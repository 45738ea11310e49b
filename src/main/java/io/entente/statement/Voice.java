package io.entente.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom words are attributed.
 *
 * @param actors for whom the speaker speaks
 * @param name the words that name the speaker; null for the narrator
 */
record Voice(List<Actor> actors, @Nullable String name) {
    static final Voice NARRATOR = new Voice(List.of(), null);

    boolean narrator() {
        return name == null;
    }
}
