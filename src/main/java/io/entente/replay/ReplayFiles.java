package io.entente.replay;

import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay's results as files of JSON lines in a folder: either tables, each row once, in its last version, in order of event time (what may
 * still change is held in memory, the rest is written), or changelogs, each version as it comes.
 */
public final class ReplayFiles implements ReplaySink, Closeable {
    /** Names of the files, without the ending {@code .jsonl}. */
    public static final String STATEMENTS = "statements";

    public static final String EVENTS = "events";
    public static final String HOURLY = "relations.hourly";
    public static final String DAILY = "relations.daily";
    public static final String ALERTS = "alerts";

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final boolean changelog;
    private final ReplaySummary summary;
    private final JsonLines statements;
    private final JsonLines events;
    private final JsonLines hourly;
    private final JsonLines daily;
    private final JsonLines alerts;
    private final PendingRows<Event> pendingEvents = new PendingRows<>();
    private final PendingRows<RelationWindow> pendingHours = new PendingRows<>();
    private final PendingRows<RelationWindow> pendingDays = new PendingRows<>();
    private final PendingRows<Alert> pendingAlerts = new PendingRows<>();

    /**
     * Creates the folder, if need be, and the files, in place of older ones.
     *
     * @param changelog whether to write every version, with its key
     * @param summary receives each row's last version
     * @throws IOException if they cannot be created
     */
    public ReplayFiles(Path folder, boolean changelog, ReplaySummary summary) throws IOException {
        this.changelog = changelog;
        this.summary = summary;
        Files.createDirectories(folder);
        this.statements = open(folder, STATEMENTS);
        this.events = open(folder, EVENTS);
        this.hourly = open(folder, HOURLY);
        this.daily = open(folder, DAILY);
        this.alerts = open(folder, ALERTS);
    }

    private static JsonLines open(Path folder, String name) throws IOException {
        return new JsonLines(folder.resolve(name + ".jsonl"));
    }

    @Override
    public void statement(Statement statement) {
        statements.write(statement);
    }

    @Override
    public void event(String key, @Nullable Event event) {
        if (changelog) {
            events.write(key, event);
        }
        if (event == null) {
            pendingEvents.remove(key);
        } else {
            pendingEvents.put(key, event.getPublishedAt().toEpochMilli(), event);
        }
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        window(hourly, pendingHours, key, window);
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        window(daily, pendingDays, key, window);
    }

    private void window(
            JsonLines file, PendingRows<RelationWindow> pending, String key, @Nullable RelationWindow window) {
        if (changelog) {
            file.write(key, window);
        }
        if (window == null) {
            pending.remove(key);
        } else {
            pending.put(key, window.getStart().toEpochMilli(), window);
        }
    }

    /** Alerts are few and live long: they are held to the end. */
    @Override
    public void alert(String key, @Nullable Alert alert) {
        if (changelog) {
            alerts.write(key, alert);
        }
        if (alert == null) {
            pendingAlerts.remove(key);
        } else {
            pendingAlerts.put(key, alert.getOpenedAt().toEpochMilli(), alert);
        }
    }

    @Override
    public void frozen(Instant horizon) {
        release(horizon.toEpochMilli());
    }

    private void release(long horizon) {
        pendingEvents.release(horizon, event -> {
            summary.event(event);
            writeRow(events, event);
        });
        pendingHours.release(horizon - HOUR, window -> writeRow(hourly, window));
        pendingDays.release(horizon - DAY, window -> {
            summary.day(window);
            writeRow(daily, window);
        });
    }

    private void writeRow(JsonLines file, org.apache.avro.specific.SpecificRecord row) {
        if (!changelog) {
            file.write(row);
        }
    }

    /** Writes what was still held back, and closes the files. */
    @Override
    public void close() throws IOException {
        release(Long.MAX_VALUE);
        pendingAlerts.release(Long.MAX_VALUE, alert -> {
            summary.alert(alert);
            writeRow(alerts, alert);
        });
        statements.close();
        events.close();
        hourly.close();
        daily.close();
        alerts.close();
    }
}
