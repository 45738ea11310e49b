package io.entente.cli.output;

import io.entente.avro.DirectionTotals;
import io.entente.avro.RelationWindow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Relation windows as comma-separated values, one line a direction. All cells are codes, numbers and times: nothing needs quotes. */
public final class WindowCsv {
    private static final double MILLION = 1e6;

    private WindowCsv() {}

    public static void print(List<RelationWindow> windows, PrintWriter out) {
        out.println(
                "start,source,target,events,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,neutral,"
                        + "reported,sentiment_sum,sentiment_squares,intensity_sum,intensity_squares,cooperation,conflict,outlets,tension");
        for (RelationWindow window : windows) {
            String[] codes = window.getPair().split("-", 2);
            out.println(line(window, codes[0], codes[1], window.getForward()));
            out.println(line(window, codes[1], codes[0], window.getBackward()));
        }
    }

    private static String line(RelationWindow window, String source, String target, DirectionTotals totals) {
        Stream<Object> cells = Stream.of(
                window.getStart(),
                source,
                target,
                totals.getEvents(),
                totals.getVerbalCooperation(),
                totals.getMaterialCooperation(),
                totals.getVerbalConflict(),
                totals.getMaterialConflict(),
                totals.getNeutral(),
                totals.getReported(),
                decimal(totals.getSentimentSum()),
                decimal(totals.getSentimentSquares()),
                decimal(totals.getIntensitySum()),
                decimal(totals.getIntensitySquares()),
                decimal(totals.getCooperation()),
                decimal(totals.getConflict()),
                window.getOutlets(),
                String.format(Locale.ROOT, "%.2f", window.getTension()));
        return cells.map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String decimal(long millionths) {
        return String.format(Locale.ROOT, "%.6f", millionths / MILLION);
    }
}
