package io.entente.cli.output;

import io.entente.avro.Alert;
import io.entente.avro.RelationWindow;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of a feed, as two tables: the alerts and the most active pairs. */
public final class Summary {
    private static final int PAIRS = 10;
    private static final double MILLION = 1e6;

    private final PrintWriter out;

    public Summary(PrintWriter out) {
        this.out = out;
    }

    /** The alerts in the order in which they opened, each with its sentence. */
    public void alerts(Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            out.println("No alerts.");
            return;
        }
        List<Alert> sorted = new ArrayList<>(alerts);
        sorted.sort(Comparator.comparing(Alert::getOpenedAt)
                .thenComparing(Alert::getPair)
                .thenComparing(Alert::getId));
        TextTable table = new TextTable("OPENED", "PAIR", "SEVERITY", "KIND", "STATE", "WHAT");
        for (Alert alert : sorted) {
            table.row(
                    alert.getOpenedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                    alert.getPair(),
                    alert.getSeverity(),
                    alert.getKind(),
                    alert.getState() + (alert.getProvisional() ? " (provisional)" : ""),
                    alert.getMessage());
        }
        table.print(out);
    }

    /** The ten pairs with the most events in {@code days}. */
    public void pairs(Collection<RelationWindow> days) {
        Map<String, List<RelationWindow>> byPair = new TreeMap<>();
        days.forEach(day ->
                byPair.computeIfAbsent(day.getPair(), pair -> new ArrayList<>()).add(day));
        TextTable table = new TextTable("PAIR", "EVENTS", "DAYS", "SENTIMENT →", "SENTIMENT ←", "TENSION, LAST DAY");
        byPair.values().stream()
                .sorted(Comparator.comparingInt((List<RelationWindow> windows) -> -events(windows)))
                .limit(PAIRS)
                .forEach(windows -> pair(table, windows));
        table.print(out);
    }

    private static void pair(TextTable table, List<RelationWindow> windows) {
        RelationWindow last = windows.stream()
                .max(Comparator.comparing(RelationWindow::getStart))
                .orElseThrow();
        table.row(
                last.getPair(),
                events(windows),
                windows.size(),
                mean(
                        windows.stream()
                                .mapToLong(w -> w.getForward().getSentimentSum())
                                .sum(),
                        windows.stream()
                                .mapToInt(w -> w.getForward().getEvents())
                                .sum()),
                mean(
                        windows.stream()
                                .mapToLong(w -> w.getBackward().getSentimentSum())
                                .sum(),
                        windows.stream()
                                .mapToInt(w -> w.getBackward().getEvents())
                                .sum()),
                String.format(Locale.ROOT, "%+.0f", last.getTension()));
    }

    private static int events(List<RelationWindow> windows) {
        return windows.stream()
                .mapToInt(window ->
                        window.getForward().getEvents() + window.getBackward().getEvents())
                .sum();
    }

    private static String mean(long sum, int count) {
        return count == 0 ? "–" : String.format(Locale.ROOT, "%+.2f", sum / MILLION / count);
    }
}
