package io.entente.coder.rules.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom words are attributed.
 *
 * @param actors for whom the speaker speaks
 * @param name the words that name the speaker; null for the narrator
 */
public record Speaker(List<Actor> actors, @Nullable String name) {
    public static final Speaker NARRATOR = new Speaker(List.of(), null);

    public boolean narrator() {
        return name == null;
    }
}
