package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
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
        put(events, key, event);
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        published++;
        put(hourly, key, window);
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        published++;
        put(daily, key, window);
    }

    private static <V> void put(Map<String, V> rows, String key, @Nullable V row) {
        if (row == null) {
            rows.remove(key);
        } else {
            rows.put(key, row);
        }
    }

    /** Takes a statement and has the changes published. */
    StatementFate take(Relate relate, Statement statement, @Nullable Instant watermark) {
        StatementFate fate = takeOnly(relate, statement, watermark);
        relate.publish(this);
        return fate;
    }

    StatementFate takeOnly(Relate relate, Statement statement, @Nullable Instant watermark) {
        try {
            return relate.statement(
                    Pair.of(statement.getSource(), statement.getTarget()).toString(), statement, watermark);
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
