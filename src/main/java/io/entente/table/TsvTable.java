package io.entente.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A tab-separated table in UTF-8: one row a line, no quoting. Empty lines and lines that begin with {@code #} are comments.
 *
 * @param name its file, for messages
 * @param rows its rows, in order
 */
public record TsvTable(String name, List<TsvRow> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public TsvTable {
        rows = List.copyOf(rows);
    }

    /** The resource {@code name} beside {@code owner}. */
    public static TsvTable resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing beside " + owner.getName());
            }
            return read(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The table in a file.
     *
     * @throws TableException if it cannot be read
     */
    public static TsvTable file(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(file.toString(), reader);
        } catch (NoSuchFileException e) {
            throw new TableException(List.of(file + ": no such file"));
        } catch (IOException e) {
            throw new TableException(List.of(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")"));
        }
    }

    private static TsvTable read(String name, BufferedReader reader) throws IOException {
        List<TsvRow> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
                line = line.substring(1);
            }
            if (!line.isBlank() && line.charAt(0) != '#') {
                rows.add(new TsvRow(name, number, List.of(line.split("\t", -1))));
            }
        }
        return new TsvTable(name, rows);
    }

    /**
     * The tables in a folder, the files whose names end in {@code .tsv}, in order of their names.
     *
     * @throws TableException if it is not a folder or cannot be read
     */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new TableException(List.of(folder + ": no such folder"));
        } catch (IOException e) {
            throw new TableException(List.of(folder + ": cannot be read (" + e.getMessage() + ")"));
        }
    }

    /**
     * Hands over the rows in order.
     *
     * @param use may refuse a row by an {@link IllegalArgumentException}, best one of {@link TsvRow#fault}
     * @throws TableException if it refuses one or more
     */
    public void each(Consumer<TsvRow> use) {
        List<String> faults = faults(use);
        if (!faults.isEmpty()) {
            throw new TableException(faults);
        }
    }

    /** Hands over the rows in order, and returns why {@code use} refused some, with file and line. */
    List<String> faults(Consumer<TsvRow> use) {
        List<String> faults = new ArrayList<>();
        for (TsvRow row : rows) {
            try {
                use.accept(row);
            } catch (IllegalArgumentException e) {
                faults.add(name + ":" + row.line() + ": " + e.getMessage());
            }
        }
        return faults;
    }

    /** The words in the second column, separated by spaces, by the class in the first; rows of one class add up. */
    public Map<String, Set<String>> classes() {
        Map<String, Set<String>> classes = new HashMap<>();
        each(row -> classes.computeIfAbsent(row.required(0, "a class"), k -> new HashSet<>())
                .addAll(row.words(1)));
        classes.replaceAll((name, words) -> Set.copyOf(words));
        return Map.copyOf(classes);
    }
}
