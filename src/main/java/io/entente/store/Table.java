package io.entente.store;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted table of values by text key: all that a stage core needs to know of its state. Keys are compared by their
 * UTF-8 bytes. Implementations are used from one thread at a time.
 *
 * @param <V> immutable values
 */
public interface Table<V> {

    /** The value under {@code key}, or null where there is none. */
    @Nullable
    V get(String key);

    /** Puts {@code value} under {@code key}, in place of what was there. */
    void put(String key, V value);

    /** Removes what is under {@code key}, if anything. */
    void delete(String key);

    /**
     * Visits the entries with {@code from <= key < to} in order of their keys. The visitor must not change the table: collect
     * first, then change.
     */
    void scan(String from, String to, BiConsumer<String, V> visitor);

    /** Visits the entries whose keys begin with {@code prefix}, which ends in an ASCII character, in order of their keys. */
    default void scanPrefix(String prefix, BiConsumer<String, V> visitor) {
        int last = prefix.length() - 1;
        scan(prefix, prefix.substring(0, last) + (char) (prefix.charAt(last) + 1), visitor);
    }
}
