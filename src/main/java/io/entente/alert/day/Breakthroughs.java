package io.entente.alert.day;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Recognises friendly acts that end or ease a quarrel, such as a peace treaty or a reopened embassy: {@code breakthroughs.tsv}. */
public final class Breakthroughs {
    /** Only so much of a sentence is searched, which bounds the cost of a pattern. */
    private static final int SEARCHED = 600;

    private record Line(String name, String phrase, Set<EventType> types, Pattern found, @Nullable Pattern absent) {
        boolean fits(EventType type, String sentence) {
            return types.contains(type)
                    && found.matcher(sentence).find()
                    && (absent == null || !absent.matcher(sentence).find());
        }
    }

    private final List<Line> lines = new ArrayList<>();

    private Breakthroughs() {
        TsvTable.resource(Breakthroughs.class, "breakthroughs.tsv").each(row -> lines.add(line(row)));
    }

    /** The built-in table. */
    public static Breakthroughs load() {
        return new Breakthroughs();
    }

    private static Line line(TsvRow row) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        row.words(2).forEach(word -> types.add(row.constant(2, word, EventType.class)));
        row.required(3, "a regular expression");
        return new Line(
                row.required(0, "a class"),
                row.required(1, "what alerts call it"),
                types,
                row.read(3, Breakthroughs::pattern),
                row.cell(4).isEmpty() ? null : row.read(4, Breakthroughs::pattern));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The class of the breakthrough that an event is; null if it is none. */
    @Nullable
    String classOf(Event event) {
        if (event.getStatus() != Status.ASSERTED || event.getSign() <= 0) {
            return null;
        }
        return find(event.getEvent(), event.getSentence()).map(Line::name).orElse(null);
    }

    /** What a breakthrough with such a sentence is called; empty for none, and for what is not friendly. */
    public Optional<String> phrase(EventType type, double sentiment, String sentence) {
        return sentiment > 0 ? find(type, sentence).map(Line::phrase) : Optional.empty();
    }

    private Optional<Line> find(EventType type, String sentence) {
        String text = sentence.length() <= SEARCHED ? sentence : sentence.substring(0, SEARCHED);
        return lines.stream().filter(line -> line.fits(type, text)).findFirst();
    }
}
