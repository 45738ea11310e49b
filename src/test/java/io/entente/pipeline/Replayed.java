package io.entente.pipeline;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.coder.ArticleCoder;
import io.entente.config.Settings;
import io.entente.replay.Replay;
import io.entente.replay.ReplaySink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last value of every key that a replay gives, as {@link Outputs} has them from a broker. */
final class Replayed implements ReplaySink {
    final TreeMap<String, Statement> statements = new TreeMap<>();
    final TreeMap<String, Event> events = new TreeMap<>();
    final TreeMap<String, RelationWindow> hourly = new TreeMap<>();
    final TreeMap<String, RelationWindow> daily = new TreeMap<>();
    final TreeMap<String, Alert> alerts = new TreeMap<>();

    static Replayed of(List<Article> feed, Settings settings) {
        Replayed replayed = new Replayed();
        run(feed, settings, replayed);
        return replayed;
    }

    /** Replays a feed into a sink; no article may be refused. */
    static void run(List<Article> feed, Settings settings, ReplaySink sink) {
        Replay replay = new Replay(
                ArticleCoder.of(Gazetteer.load()),
                settings.clock(),
                settings.relate(),
                AlertPolicies.builtIn(),
                Instant.now(),
                sink,
                refusal -> {
                    throw new AssertionError(refusal);
                });
        replay.accept(feed);
        replay.finish();
    }

    @Override
    public void statement(Statement statement) {
        statements.put(statement.getId(), statement);
    }

    @Override
    public void event(String key, @Nullable Event event) {
        put(events, key, event);
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        put(hourly, key, window);
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        put(daily, key, window);
    }

    @Override
    public void alert(String key, @Nullable Alert alert) {
        put(alerts, key, alert);
    }

    @Override
    public void frozen(Instant horizon) {}

    private static <V> void put(Map<String, V> rows, String key, @Nullable V row) {
        if (row == null) {
            rows.remove(key);
        } else {
            rows.put(key, row);
        }
    }
}
