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
import java.util.List;
import java.util.stream.Stream;

/** Reads tables, those that ship with the program and others: tab-separated, one row a line, {@code #} begins a comment line. */
public final class TableResource {
    private TableResource() {}

    /** The rows of the resource {@code name} beside {@code owner}. */
    public static List<String[]> rows(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing beside " + owner.getName());
            }
            List<String[]> rows = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tables in a folder, the files whose names end in {@code .tsv}, in order of their names.
     *
     * @throws TableException if it is no folder or cannot be read
     */
    public static List<Path> tables(Path folder) {
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
}
