package io.entente.cli.output;

import io.entente.avro.DirectionTotals;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.relation.Pair;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A pair's windows for people: a table with a bar of tension in each line, and a line of columns that shows the events over time. */
public final class WindowTable {
    private static final double MILLION = 1e6;
    private static final int HALF = 10;
    private static final String COLUMNS = " ▁▂▃▄▅▆▇█";
    private static final int WIDEST = 100;

    private final Pair pair;
    private final Granularity granularity;

    public WindowTable(Pair pair, Granularity granularity) {
        this.pair = pair;
        this.granularity = granularity;
    }

    public void print(List<RelationWindow> windows, PrintWriter out) {
        String forward = pair.first() + " → " + pair.second();
        String backward = pair.second() + " → " + pair.first();
        TextTable table = new TextTable(
                "FROM", forward, "SENTIMENT", backward, "SENTIMENT", "OUTLETS", "TENSION", "harmony | hostility");
        for (RelationWindow window : windows) {
            table.row(
                    start(window.getStart()),
                    window.getForward().getEvents(),
                    sentiment(window.getForward()),
                    window.getBackward().getEvents(),
                    sentiment(window.getBackward()),
                    window.getOutlets(),
                    String.format(Locale.ROOT, "%+4.0f", window.getTension()),
                    bar(window.getTension()));
        }
        table.print(out);
        if (windows.size() > 1) {
            out.printf("%nevents  %s%n", columns(windows));
        }
    }

    private String start(Instant start) {
        String text = start.toString();
        return granularity == Granularity.HOUR
                ? text.substring(0, "2024-03-01T09:00".length()).replace('T', ' ')
                : text.substring(0, "2024-03-01".length());
    }

    private static String sentiment(DirectionTotals totals) {
        return totals.getEvents() == 0
                ? "-"
                : String.format(Locale.ROOT, "%+.2f", totals.getSentimentSum() / MILLION / totals.getEvents());
    }

    /** A bar from the middle to the left for harmony, to the right for hostility. */
    private static String bar(double tension) {
        int length = (int) Math.round(Math.abs(tension) / 100 * HALF);
        String block = "█".repeat(length);
        String space = " ".repeat(HALF - length);
        return tension < 0 ? space + block + "|" : " ".repeat(HALF) + "|" + block;
    }

    /** A column for each window of the span, empty ones included, as high as its events; the last hundred of a longer span. */
    private String columns(List<RelationWindow> windows) {
        Map<Instant, Integer> events = new HashMap<>();
        windows.forEach(window -> events.put(
                window.getStart(),
                window.getForward().getEvents() + window.getBackward().getEvents()));
        Duration step = granularity == Granularity.HOUR ? Duration.ofHours(1) : Duration.ofDays(1);
        Instant last = windows.get(windows.size() - 1).getStart();
        Instant first = windows.get(0).getStart();
        if (first.isBefore(last.minus(step.multipliedBy(WIDEST - 1L)))) {
            first = last.minus(step.multipliedBy(WIDEST - 1L));
        }
        int most = events.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        StringBuilder columns = new StringBuilder();
        for (Instant at = first; !at.isAfter(last); at = at.plus(step)) {
            int height = events.getOrDefault(at, 0);
            int level = most == 0 ? 0 : (int) Math.ceil(8.0 * height / most);
            columns.append(COLUMNS.charAt(level));
        }
        return columns + "  " + start(first) + " to " + start(last) + ", at most " + most;
    }
}
