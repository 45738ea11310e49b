package io.entente.actor.dictionary;

import io.entente.table.TableException;
import io.entente.table.UserTables;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the built-in dictionaries and those of a folder that extends them. */
public final class Dictionaries {
    private Dictionaries() {}

    /**
     * Reads all dictionaries. What the folder says comes first, so that it holds where both say something of the same form.
     *
     * @throws TableException if a line cannot be used
     */
    public static Lexicon read(@Nullable Path folder) {
        UserTables<DictionaryTable> own = UserTables.read(DictionaryTable.class, folder);
        LexiconBuilder builder = new LexiconBuilder();
        for (DictionaryTable table : DictionaryTable.values()) {
            own.withBuiltIn(table, row -> builder.add(table, row));
        }
        own.check();
        return builder.build();
    }

    /** What is wrong with one file that extends the built-in dictionaries. */
    public static List<String> check(Path file) {
        LexiconBuilder builder = new LexiconBuilder();
        for (DictionaryTable table : DictionaryTable.values()) {
            table.builtIn().each(row -> builder.add(table, row));
        }
        UserTables<DictionaryTable> own = UserTables.of(DictionaryTable.class, List.of(file));
        for (DictionaryTable table : DictionaryTable.values()) {
            own.each(table, row -> builder.add(table, row));
        }
        return own.problems();
    }
}
