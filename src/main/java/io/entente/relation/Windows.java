package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.Status;
import io.entente.avro.state.Contribution;
import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From changes of events to relation windows. What each event last contributed is kept in a table, and replaced; the {@link Window}s that
 * are made of it are a cache. Which windows have changed since they were last published is kept, too: a restart forgets none.
 */
final class Windows {
    static final TableSpec<Contribution> TABLE = new TableSpec<>("relate-contributions", Contribution.class);

    private static final TableSpec<Marker> UNPUBLISHED = new TableSpec<>("relate-unpublished", Marker.class);
    private static final Marker PRESENT = new Marker(1);

    private static final double MICRO = 1_000_000;
    private static final int TIME_DIGITS = 15;
    /** Sorts after every pair. */
    private static final String AFTER_ALL = "~";

    private static final long DAY = Window.length(Granularity.DAY);

    private final Table<Contribution> table;
    private final Table<Marker> unpublished;
    private final Forgetting forgetting;
    private final Cache<Window> windows;

    Windows(RelateSettings settings, Tables tables) {
        this.table = tables.table(TABLE);
        this.unpublished = tables.table(UNPUBLISHED);
        this.forgetting = new Forgetting(tables, "windows");
        this.windows = new Cache<>(settings.cachedWindows(), window -> 1);
    }

    /** Takes the changes in. */
    void apply(List<EventChange> changes) {
        for (EventChange change : changes) {
            long time = change.publishedAt().toEpochMilli();
            String row = row(change.pair(), time) + "|" + change.id();
            Contribution before = table.get(row);
            Contribution after = change.event() == null ? null : contribution(change.event());
            if (!Objects.equals(before, after)) {
                for (Granularity granularity : Granularity.values()) {
                    replace(window(change.pair(), granularity, time), time, change.id(), before, after);
                    note(change.pair(), granularity, time);
                }
                store(row, after);
                if (before == null) {
                    forgetting.note(change.pair(), Forgetting.hour(time - time % DAY + DAY - 1));
                }
            }
        }
    }

    private void note(String pair, Granularity granularity, long time) {
        String row = row(pair, start(granularity, time)) + '|' + granularity;
        if (unpublished.get(row) == null) {
            unpublished.put(row, PRESENT);
        }
    }

    /** The windows that have changed since the last call. */
    List<Window> changed() {
        List<String> rows = new ArrayList<>();
        unpublished.scan("", AFTER_ALL, (row, marker) -> rows.add(row));
        List<Window> changed = new ArrayList<>(rows.size());
        for (String row : rows) {
            String[] parts = row.split("\\|", 3);
            changed.add(window(parts[0], Granularity.valueOf(parts[2]), Long.parseLong(parts[1])));
            unpublished.delete(row);
        }
        return changed;
    }

    private static void replace(
            Window window, long time, String id, @Nullable Contribution before, @Nullable Contribution after) {
        if (before != null) {
            window.add(time, id, before, -1);
        }
        if (after != null) {
            window.add(time, id, after, 1);
        }
    }

    private void store(String row, @Nullable Contribution contribution) {
        if (contribution == null) {
            table.delete(row);
        } else {
            table.put(row, contribution);
        }
    }

    private Window window(String pair, Granularity granularity, long time) {
        long start = start(granularity, time);
        String name = granularity + row(pair, start);
        Window window = windows.get(name, key -> load(pair, granularity, start));
        windows.trim(name);
        return window;
    }

    private static long start(Granularity granularity, long time) {
        return time - time % Window.length(granularity);
    }

    private Window load(String pair, Granularity granularity, long start) {
        Window window = new Window(pair, granularity, start);
        table.scan(row(pair, start), row(pair, start + Window.length(granularity)), (key, contribution) -> {
            String[] parts = key.split("\\|", 3);
            window.add(Long.parseLong(parts[1]), parts[2], contribution, 1);
        });
        return window;
    }

    private static Contribution contribution(Event event) {
        return new Contribution(
                event.getSource().compareTo(event.getTarget()) < 0,
                event.getMutual(),
                event.getStatus() == Status.REPORTED ? "" : event.getQuad().name(),
                micros(event.getSentiment()),
                micros(event.getIntensity()),
                event.getOutlets());
    }

    private static long micros(double value) {
        return Math.round(value * MICRO);
    }

    /** Forgets the contributions of the days that end before {@code horizon} (epoch milliseconds): nothing can change them. */
    void forget(long horizon) {
        forgetting.due(horizon, (pair, dayEnd) -> {
            List<String> rows = new ArrayList<>();
            table.scan(row(pair, dayEnd - DAY), row(pair, dayEnd), (key, contribution) -> rows.add(key));
            rows.forEach(table::delete);
            windows.remove(Granularity.DAY + row(pair, dayEnd - DAY));
        });
    }

    private static String row(String pair, long time) {
        return pair + '|' + Padded.of(time, TIME_DIGITS);
    }
}
