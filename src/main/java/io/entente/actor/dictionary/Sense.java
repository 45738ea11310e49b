package io.entente.actor.dictionary;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form can stand for.
 *
 * @param type what kind of thing
 * @param code the actor; null where the form alone names none (a ministry) or says that none is meant
 * @param name canonical name, or the class of a head
 * @param role the office, for a person
 * @param from first day (epoch day) on which it is so
 * @param to last day on which it is so
 * @param form the form as the dictionary writes it
 * @param caps bit n is set if the form's n-th word must begin with a capital
 * @param acronym whether its letters must be capitals
 * @param weak whether it counts only where the article names the actor in another way, too
 */
public record Sense(
        Type type,
        @Nullable String code,
        String name,
        @Nullable String role,
        int from,
        int to,
        String form,
        int caps,
        boolean acronym,
        boolean weak) {

    public enum Type {
        COUNTRY,
        DEMONYM,
        PEOPLE,
        CAPITAL,
        PLACE,
        SEAT,
        BLOC,
        GROUP,
        BODY,
        PERSON,
        HEAD,
        TRAP
    }

    /** Whether it speaks of the same thing and time, so that {@code later}, read after it, adds nothing. */
    boolean overrides(Sense later) {
        return type == later.type
                && Objects.equals(code, later.code)
                && name.equals(later.name)
                && caps == later.caps
                && acronym == later.acronym
                && from == later.from;
    }

    public boolean on(int day) {
        return from <= day && day <= to;
    }
}
