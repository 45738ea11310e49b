package io.entente.coder.rules.lexicon;

import io.entente.table.TsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cell of marks of a row: words of an enum, and {@code severe=…}, which names the class of severe acts. */
final class SevereMark {
    private static final String PREFIX = "severe=";
    private static final Set<String> CLASSES = Set.of("force", "threat", "ties");

    private SevereMark() {}

    /** The class of severe acts, with the words that it hangs on after a colon; null where the row has none. */
    static @Nullable String of(TsvRow row, int column) {
        for (String word : row.words(column)) {
            if (word.startsWith(PREFIX)) {
                String severe = word.substring(PREFIX.length());
                if (!CLASSES.contains(severe.split(":", 2)[0])) {
                    throw row.fault(column, "'" + word + "' names no class of severe acts: force, threat or ties");
                }
                return severe;
            }
        }
        return null;
    }

    /** The other marks. */
    static <E extends Enum<E>> Set<E> others(TsvRow row, int column, Class<E> type) {
        List<E> marks = new ArrayList<>();
        for (String word : row.words(column)) {
            if (!word.startsWith(PREFIX) && !word.equals("-")) {
                marks.add(row.constant(column, word, type));
            }
        }
        return Set.copyOf(marks);
    }
}
