package io.entente.eventdata;

import io.entente.table.TsvTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables whose first line names their columns, separated by tabs: ICEWS, POLECAT. */
final class TableLines implements LineReader {
    private final String format;
    private final Map<String, List<String>> names = new HashMap<>();
    private @Nullable Map<String, Integer> columns;

    /** @param format its name in columns.tsv */
    TableLines(String format) {
        this.format = format;
        TsvTable.resource(TableLines.class, "columns.tsv").each(row -> {
            if (row.cell(0).equals(format)) {
                names.computeIfAbsent(row.required(1, "a field"), field -> new ArrayList<>())
                        .add(row.required(2, "a column"));
            }
        });
    }

    @Override
    public Optional<EventRow> read(String line) throws MalformedLine {
        String[] cells = line.split("\t", -1);
        if (columns == null) {
            columns = header(cells);
            return Optional.empty();
        }
        Row row = new Row(cells, columns);
        String source = row.text("source");
        String target = row.text("target");
        if (source == null || target == null) {
            return Optional.empty();
        }
        Instant published = Cells.date("the date", row.required("date"));
        String occurred = row.text("eventDate");
        String type = row.text("type");
        String story = row.text("story");
        // An id comes again on another day.
        String id =
                format + "/" + row.required("id") + "/" + published.toString().substring(0, 10);
        return Optional.of(new EventRow(
                id,
                published,
                occurred == null ? published : Cells.date("the event's date", occurred),
                source,
                Cells.text(row.text("sourceName"), source),
                target,
                Cells.text(row.text("targetName"), target),
                row.text("cameo"),
                type == null ? null : PloverLines.type(type),
                what(row),
                Cells.intensity("the intensity", Cells.text(row.text("intensity"), "")),
                story == null ? null : format + "/" + story,
                null,
                row.text("outlet"),
                row.text("place")));
    }

    private static @Nullable String what(Row row) {
        String mode = row.text("mode");
        return mode == null ? row.text("text") : row.text("type") + ", " + mode;
    }

    private Map<String, Integer> header(String[] cells) throws MalformedLine {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            found.putIfAbsent(key(cells[i].replace("\"", "")), i);
        }
        for (String field : List.of("id", "date", "source", "target")) {
            if (names.getOrDefault(field, List.of()).stream().noneMatch(name -> found.containsKey(key(name)))) {
                throw MalformedLine.ofFile("the first line names no column '"
                        + names.getOrDefault(field, List.of("?")).get(0) + "': a file of "
                        + format.toUpperCase(Locale.ROOT) + " begins with the names of its columns, separated by tabs");
            }
        }
        return found;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The cells of one line by field. */
    private final class Row {
        private final String[] cells;
        private final Map<String, Integer> positions;

        Row(String[] cells, Map<String, Integer> positions) {
            this.cells = cells;
            this.positions = positions;
        }

        @Nullable
        String text(String field) {
            for (String name : names.getOrDefault(field, List.of())) {
                Integer at = positions.get(key(name));
                String cell = at == null || at >= cells.length ? null : Cells.text(cells[at].replace("\"", ""));
                if (cell != null) {
                    return cell;
                }
            }
            return null;
        }

        String required(String field) throws MalformedLine {
            String text = text(field);
            if (text == null) {
                throw new MalformedLine("it has no '"
                        + names.getOrDefault(field, List.of(field)).get(0) + "'");
            }
            return text;
        }
    }
}
