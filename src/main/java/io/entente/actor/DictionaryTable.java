package io.entente.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dictionary file: rows of cells apart by tabs; empty lines and lines that begin with {@code #} are comments.
 *
 * @param kind which dictionary it is
 * @param file its name, for messages
 * @param rows its rows
 */
record DictionaryTable(Kind kind, String file, List<Row> rows) {

    /** The dictionaries: a file's name says which one it extends. */
    enum Kind {
        WORDS("words", 2),
        COUNTRIES("countries", 7),
        BLOCS("blocs", 6),
        GROUPS("groups", 6),
        BODIES("bodies", 4),
        PLACES("places", 2),
        HEADS("heads", 3),
        TRAPS("traps", 2),
        PEOPLE("people", 6);

        private final String stem;
        private final int columns;

        Kind(String stem, int columns) {
            this.stem = stem;
            this.columns = columns;
        }

        String resource() {
            return stem + ".tsv";
        }

        int columns() {
            return columns;
        }

        /** Whether a file of that name, such as {@code people.tsv} or {@code people-our-region.tsv}, is of this kind. */
        boolean names(String file) {
            return file.equals(stem + ".tsv") || file.startsWith(stem + "-") && file.endsWith(".tsv");
        }
    }

    /** One line. Cells that are missing at its end are empty. */
    record Row(int line, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        /** The forms in a cell, which are apart by semicolons. */
        List<String> forms(int column) {
            List<String> forms = new ArrayList<>();
            for (String form : cell(column).split(";")) {
                if (!form.isBlank()) {
                    forms.add(form.strip());
                }
            }
            return forms;
        }
    }

    static DictionaryTable builtIn(Kind kind) {
        try (InputStream in = DictionaryTable.class.getResourceAsStream(kind.resource())) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + kind.resource());
            }
            return read(kind, kind.resource(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DictionaryTable file(Kind kind, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(kind, path.toString(), in);
        }
    }

    private static DictionaryTable read(Kind kind, String file, InputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(new Row(number, List.of(line.split("\t", -1))));
            }
        }
        return new DictionaryTable(kind, file, rows);
    }
}
