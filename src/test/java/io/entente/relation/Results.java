package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last value per key of what {@link Relate} published. */
final class Results implements Relate.Output {
    final TreeMap<String, Event> events = new TreeMap<>();
    final TreeMap<String, RelationWindow> hourly = new TreeMap<>();
    final TreeMap<String, RelationWindow> daily = new TreeMap<>();
    int published;

    @Override
    public void event(String key, @Nullable Event event) {
        published++;
        if (event == null) {
            events.remove(key);
        } else {
            events.put(key, event);
        }
    }

    @Override
    public void hourly(String key, RelationWindow window) {
        published++;
        hourly.put(key, window);
    }

    @Override
    public void daily(String key, RelationWindow window) {
        published++;
        daily.put(key, window);
    }

    /** Windows that are not empty: one that an event was only for a while part of stays behind with zeros. */
    static TreeMap<String, RelationWindow> filled(TreeMap<String, RelationWindow> windows) {
        TreeMap<String, RelationWindow> filled = new TreeMap<>(windows);
        filled.values()
                .removeIf(w -> w.getForward().getEvents() + w.getBackward().getEvents() == 0
                        && w.getForward().getReported() + w.getBackward().getReported() == 0);
        return filled;
    }

    StatementFate take(Relate relate, Statement statement, @Nullable Instant watermark) {
        try {
            return relate.statement(
                    Pair.of(statement.getSource(), statement.getTarget()).toString(), statement, watermark, this);
        } catch (RefusedStatement e) {
            throw new AssertionError(e);
        }
    }

    void takeAll(Relate relate, Collection<Statement> statements) {
        statements.forEach(statement -> take(relate, statement, null));
    }

    Event only() {
        if (events.size() != 1) {
            throw new AssertionError("not one event: " + events);
        }
        return events.firstEntry().getValue();
    }
}
