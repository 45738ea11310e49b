package io.entente.actor;

import io.entente.table.TableException;
import io.entente.table.TableResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the built-in dictionaries and those of a folder that extends them. */
final class Dictionaries {
    private Dictionaries() {}

    /**
     * Reads all dictionaries. What the folder says comes first, so that it holds where both say something of the same form.
     *
     * @throws TableException if a line cannot be used
     */
    static Lexicon read(@Nullable Path folder) {
        LexiconBuilder builder = new LexiconBuilder();
        List<Path> files = folder == null ? List.of() : TableResource.tables(folder);
        List<String> problems = new ArrayList<>(strangers(files));
        for (DictionaryTable.Kind kind : DictionaryTable.Kind.values()) {
            List<DictionaryTable> own = new ArrayList<>();
            for (Path file : files) {
                if (kind.names(file.getFileName().toString())) {
                    own.add(table(kind, file, problems));
                }
            }
            own.forEach(builder::add);
            builder.add(DictionaryTable.builtIn(kind));
        }
        problems.addAll(builder.problems());
        if (!problems.isEmpty()) {
            throw new TableException(problems);
        }
        return builder.build();
    }

    /** What is wrong with one file that extends the built-in dictionaries. */
    static List<String> check(Path file) {
        LexiconBuilder builder = new LexiconBuilder();
        for (DictionaryTable.Kind kind : DictionaryTable.Kind.values()) {
            builder.add(DictionaryTable.builtIn(kind));
        }
        List<String> problems = new ArrayList<>(strangers(List.of(file)));
        for (DictionaryTable.Kind kind : DictionaryTable.Kind.values()) {
            if (kind.names(file.getFileName().toString())) {
                builder.add(table(kind, file, problems));
            }
        }
        problems.addAll(builder.problems());
        return problems;
    }

    private static List<String> strangers(List<Path> files) {
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean known = false;
            StringBuilder names = new StringBuilder();
            for (DictionaryTable.Kind kind : DictionaryTable.Kind.values()) {
                known |= kind.names(name);
                names.append(names.length() == 0 ? "" : ", ").append(kind.resource());
            }
            if (!known) {
                problems.add(file + ": the name says no kind of dictionary: " + names
                        + ", each also with a name behind a hyphen such as people-our-region.tsv");
            }
        }
        return problems;
    }

    private static DictionaryTable table(DictionaryTable.Kind kind, Path file, List<String> problems) {
        try {
            return DictionaryTable.file(kind, file);
        } catch (IOException e) {
            problems.add(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")");
            return new DictionaryTable(kind, file.toString(), List.of());
        }
    }
}
