package io.entente.actor.dictionary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One form of a dictionary and what it stands for.
 *
 * @param form the words as the dictionary writes them
 * @param kind what they name: country, demonym, people, capital, place, seat, bloc, group, body, person, head, trap
 * @param code the actor; null where the words alone name none, or mean that none is meant (trap)
 * @param name canonical name; for a head its class
 * @param role the office, for a person; for an armed group the codes of the countries in which it has its bases, its home first
 * @param from first day on which it is so; null if always
 * @param to last day on which it is so; null if no end is known
 */
public record DictionaryEntry(
        String form,
        String kind,
        @Nullable String code,
        String name,
        @Nullable String role,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Whether it is so on that day. */
    public boolean on(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
