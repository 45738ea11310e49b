package io.entente.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files by which a user extends built-in tables, and what is wrong with them. */
public final class UserTables<K extends Enum<K> & TableKind> {
    private final Map<K, List<TsvTable>> tables;
    private final List<String> problems = new ArrayList<>();

    private UserTables(Class<K> kinds) {
        this.tables = new EnumMap<>(kinds);
    }

    /**
     * Reads the tables of a folder; none if it is null.
     *
     * @throws TableException if there is no such folder
     */
    public static <K extends Enum<K> & TableKind> UserTables<K> read(Class<K> kinds, @Nullable Path folder) {
        return of(kinds, folder == null ? List.of() : TsvTable.in(folder));
    }

    /** Reads some files. */
    public static <K extends Enum<K> & TableKind> UserTables<K> of(Class<K> kinds, List<Path> files) {
        UserTables<K> own = new UserTables<>(kinds);
        for (Path file : files) {
            own.add(List.of(kinds.getEnumConstants()), file);
        }
        return own;
    }

    private void add(List<K> kinds, Path file) {
        String name = file.getFileName().toString();
        List<K> named = kinds.stream().filter(kind -> kind.names(name)).toList();
        if (named.isEmpty()) {
            problems.add(file + ": no table has this name; rename it to one of "
                    + kinds.stream().map(TableKind::file).collect(Collectors.joining(", "))
                    + ", or add a name of your own after a hyphen, such as "
                    + kinds.get(0).stem() + "-our-region.tsv");
        }
        for (K kind : named) {
            try {
                tables.computeIfAbsent(kind, k -> new ArrayList<>()).add(TsvTable.file(file));
            } catch (TableException e) {
                problems.add(e.getMessage());
            }
        }
    }

    /** Hands over the rows of a kind; where {@code use} refuses one by an IllegalArgumentException, that is a problem. */
    public void each(K kind, Consumer<TsvRow> use) {
        for (TsvTable table : tables.getOrDefault(kind, List.of())) {
            problems.addAll(table.faults(row -> {
                kind.check(row);
                use.accept(row);
            }));
        }
    }

    /** Hands over the user's rows of a kind, then the built-in ones. */
    public void withBuiltIn(K kind, Consumer<TsvRow> use) {
        each(kind, use);
        kind.builtIn().each(row -> {
            kind.check(row);
            use.accept(row);
        });
    }

    /** What could not be used so far, each problem with file and, where it is a row's, line and column. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Ends the reading.
     *
     * @throws TableException if a line or a file could not be used
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw new TableException(problems);
        }
    }
}
