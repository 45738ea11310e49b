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
import org.jspecify.annotations.Nullable;

/** Recognises friendly acts that end or ease a quarrel, such as a peace treaty or a reopened embassy: {@code breakthroughs.tsv}. */
public final class Breakthroughs {
    /**
     * How alerts name a breakthrough.
     *
     * @param phrase what it is called, such as {@code a truce}
     * @param mutual whether both sides do it together
     */
    public record Act(String phrase, boolean mutual) {}

    private record Line(String name, Act act, Set<EventType> types, SentencePattern words) {
        boolean fits(EventType type, String sentence) {
            return types.contains(type) && words.fits(sentence);
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
        row.words(3).forEach(word -> types.add(row.constant(3, word, EventType.class)));
        return new Line(
                row.required(0, "a class"),
                new Act(row.required(1, "what alerts call it"), row.read(2, Breakthroughs::mutual)),
                types,
                SentencePattern.of(row, 4, 5));
    }

    private static boolean mutual(String text) {
        return switch (text) {
            case "both" -> true;
            case "one" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither 'both' nor 'one'");
        };
    }

    /** The class of the breakthrough that an event is; null if it is none. */
    @Nullable
    String classOf(Event event) {
        if (event.getStatus() != Status.ASSERTED || event.getSign() <= 0) {
            return null;
        }
        return find(event.getEvent(), event.getSentence()).map(Line::name).orElse(null);
    }

    /** How a breakthrough with such a sentence is named; empty for none, and for what is not friendly. */
    public Optional<Act> act(EventType type, double sentiment, String sentence) {
        return sentiment > 0 ? find(type, sentence).map(Line::act) : Optional.empty();
    }

    private Optional<Line> find(EventType type, String sentence) {
        return lines.stream().filter(line -> line.fits(type, sentence)).findFirst();
    }
}
