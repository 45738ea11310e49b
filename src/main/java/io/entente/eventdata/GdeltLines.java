package io.entente.eventdata;

import io.entente.article.text.WebAddresses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GDELT's event tables: 1.0 with 57 columns, or 58 since April 2013, and 2.0 with 61. They have no header. */
final class GdeltLines implements LineReader {
    private static final int ID = 0;
    private static final int DAY = 1;
    private static final int ACTOR_1 = 5;
    private static final int ACTOR_2 = 15;
    private static final int NAME = 1;
    private static final int COUNTRY = 2;
    private static final int CODE = 26;
    private static final int GOLDSTEIN = 30;

    /** Where a version has what others have elsewhere. */
    private record Layout(int place, int added, int url) {}

    private static Layout layout(int columns) throws MalformedLine {
        return switch (columns) {
            case 57 -> new Layout(50, 56, -1);
            case 58 -> new Layout(50, 56, 57);
            case 61 -> new Layout(52, 59, 60);
            default ->
                throw new MalformedLine("it has " + columns
                        + " columns: an event table of GDELT has 57 or 58 (1.0) or 61 (2.0), separated by tabs");
        };
    }

    @Override
    public Optional<EventRow> read(String line) throws MalformedLine {
        String[] cells = line.split("\t", -1);
        Layout layout = layout(cells.length);
        String source = actor(cells, ACTOR_1);
        String target = actor(cells, ACTOR_2);
        if (source == null || target == null) {
            return Optional.empty();
        }
        if (!cells[ID].matches("\\d+")) {
            throw new MalformedLine("GLOBALEVENTID is '" + cells[ID] + "', not a number");
        }
        if (!cells[CODE].matches("\\d{2,4}")) {
            throw new MalformedLine("EventCode is '" + cells[CODE] + "', not a CAMEO code");
        }
        String url = layout.url() < 0 ? null : Cells.text(cells[layout.url()]);
        return Optional.of(new EventRow(
                "gdelt/" + cells[ID],
                Cells.date("DATEADDED", cells[layout.added()]),
                Cells.date("SQLDATE", cells[DAY]),
                source,
                Cells.text(cells[ACTOR_1 + NAME], source),
                target,
                Cells.text(cells[ACTOR_2 + NAME], target),
                cells[CODE],
                null,
                null,
                Cells.intensity("GoldsteinScale", cells[GOLDSTEIN]),
                url,
                url,
                WebAddresses.site(url).orElse(null),
                Cells.text(cells[layout.place()])));
    }

    /** The actor's country; else its code, which may be that of an organisation. */
    private static @Nullable String actor(String[] cells, int at) {
        String country = Cells.text(cells[at + COUNTRY]);
        return country == null ? Cells.text(cells[at]) : country;
    }
}
