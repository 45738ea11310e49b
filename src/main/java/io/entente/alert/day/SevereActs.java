package io.entente.alert.day;

import io.entente.avro.Event;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells apart severe acts of one class of the coder that alerts weigh differently: {@code severe-acts.tsv}. */
final class SevereActs {
    private record Line(String coded, String weighed, SentencePattern words) {
        boolean fits(String severeClass, String sentence) {
            return coded.equals(severeClass) && words.fits(sentence);
        }
    }

    private final List<Line> lines = new ArrayList<>();

    private SevereActs() {
        TsvTable.resource(SevereActs.class, "severe-acts.tsv").each(row -> lines.add(line(row)));
    }

    /** The built-in table. */
    static SevereActs load() {
        return new SevereActs();
    }

    private static Line line(TsvRow row) {
        return new Line(
                row.required(0, "a class of the coder"),
                row.required(1, "a class of alerts.yaml"),
                SentencePattern.of(row, 2, 3));
    }

    /** The class by which alerts weigh an event; null if it is not severe. */
    @Nullable
    String classOf(Event event) {
        Optional<String> coded = event.getSevereClass();
        return coded.flatMap(name -> lines.stream()
                        .filter(line -> line.fits(name, event.getSentence()))
                        .map(Line::weighed)
                        .findFirst())
                .or(() -> coded)
                .orElse(null);
    }
}
