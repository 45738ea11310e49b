package io.entente.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets of words by class, one for each constant of an enum. A row of their table has a class and words, separated by spaces, or by
 * semicolons where some are phrases; the rows of a class add up. A class that the enum does not have is a fault, so that no list is read
 * by nothing. Immutable.
 */
public final class WordSets<E extends Enum<E>> {
    /** By the ordinals of the classes, since some are asked for several times a token. */
    private final List<Set<String>> sets;

    private WordSets(List<Set<String>> sets) {
        this.sets = List.copyOf(sets);
    }

    /**
     * The sets of a table.
     *
     * @throws TableException if a row cannot be used
     * @throws IllegalStateException if a class has no words
     */
    public static <E extends Enum<E>> WordSets<E> of(TsvTable table, Class<E> classes) {
        Map<E, Set<String>> sets = new EnumMap<>(classes);
        table.each(row -> {
            row.required(1, "words");
            sets.computeIfAbsent(row.constant(0, classes), key -> new HashSet<>())
                    .addAll(row.cell(1).contains(";") ? row.forms(1) : row.words(1));
        });
        List<Set<String>> ordered = new ArrayList<>();
        for (E constant : classes.getEnumConstants()) {
            Set<String> words = sets.get(constant);
            if (words == null) {
                throw new IllegalStateException(
                        table.name() + " has no words for " + constant.name().toLowerCase(Locale.ROOT));
            }
            ordered.add(Set.copyOf(words));
        }
        return new WordSets<>(ordered);
    }

    /** Whether {@code word} belongs to a class; null belongs to none. */
    public boolean in(E set, @Nullable String word) {
        return word != null && get(set).contains(word);
    }

    /** The words of a class. */
    public Set<String> get(E set) {
        return sets.get(set.ordinal());
    }
}
