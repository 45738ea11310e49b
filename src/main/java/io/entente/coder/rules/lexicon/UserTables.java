package io.entente.coder.rules.lexicon;

import io.entente.table.TableException;
import io.entente.table.TableResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines by which a user extends the tables of the event lexicon, and what is wrong with them. */
public final class UserTables {
    private final Map<LexiconTable, List<Line>> lines = new EnumMap<>(LexiconTable.class);
    private final List<String> problems = new ArrayList<>();

    private record Line(String where, String[] cells) {}

    /**
     * Reads the tables of a folder; none if it is null.
     *
     * @throws TableException if there is no such folder
     */
    public static UserTables read(@Nullable Path folder) {
        UserTables own = new UserTables();
        if (folder != null) {
            TableResource.tables(folder).forEach(own::file);
        }
        return own;
    }

    private void file(Path file) {
        String name = file.getFileName().toString();
        for (LexiconTable table : LexiconTable.values()) {
            if (table.names(name)) {
                lines(table, file);
                return;
            }
        }
        List<String> names = new ArrayList<>();
        for (LexiconTable table : LexiconTable.values()) {
            names.add(table.file());
        }
        problems.add(file + ": the name says no table of the event lexicon: rename it to one of "
                + String.join(", ", names) + ", each also with a name behind a hyphen such as verbs-our-region.tsv");
    }

    private void lines(LexiconTable table, Path file) {
        try {
            List<String> text = Files.readAllLines(file);
            for (int i = 0; i < text.size(); i++) {
                String line = text.get(i);
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.computeIfAbsent(table, k -> new ArrayList<>())
                            .add(new Line(file + ":" + (i + 1), line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            problems.add(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")");
        }
    }

    /** Hands over the lines of a table; where {@code use} refuses one, that is a problem. */
    public void each(LexiconTable table, Consumer<String[]> use) {
        for (Line line : lines.getOrDefault(table, List.of())) {
            try {
                table.check(line.cells());
                use.accept(line.cells());
            } catch (IllegalArgumentException e) {
                problems.add(line.where() + ": " + e.getMessage());
            }
        }
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
