package io.entente.serve.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a longer list.
 *
 * @param items in the list's order
 * @param next where the rest begins; null at the end
 */
public record Page<V>(List<V> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }
}
