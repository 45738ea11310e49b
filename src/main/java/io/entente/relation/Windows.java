package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.Status;
import io.entente.avro.state.Contribution;
import io.entente.relation.row.Padded;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** From changes of events to relation windows. The {@link Window}s are a cache: what they hold is made of the events. */
final class Windows {
    private static final double MICRO = 1_000_000;

    /** Names of those that have changed since they were last published. */
    private final TreeSet<String> unpublished = new TreeSet<>();

    private final Cache<Window> windows;
    private final Source source;

    /** Knows the events of which windows are made. */
    interface Source {
        /** The events of a pair that were published from {@code from} on and before {@code to} (epoch milliseconds), as they are now. */
        List<EventChange> events(String pair, long from, long to);

        /** What events contributed that are known no more, though the day is that they belong to. */
        default List<ReleasedContributions.Row> released(String pair, long from, long to) {
            return List.of();
        }
    }

    Windows(RelateSettings settings, Source source) {
        this.windows = new Cache<>(settings.cachedWindows(), window -> 1);
        this.source = source;
    }

    /** Takes the changes in; the source knows of them already. */
    void apply(List<EventChange> changes) {
        for (EventChange change : changes) {
            long time = change.publishedAt().toEpochMilli();
            for (Granularity granularity : Granularity.values()) {
                if (take(window(change.pair(), granularity, time), change)) {
                    note(change.pair(), granularity, time);
                }
            }
        }
    }

    private static boolean take(Window window, EventChange change) {
        Event event = change.event();
        return window.put(change.publishedAt().toEpochMilli(), change.id(), event == null ? null : contribution(event));
    }

    private void note(String pair, Granularity granularity, long time) {
        unpublished.add(row(pair, start(granularity, time)) + '|' + granularity);
    }

    /** The windows that say something else than at the last call. */
    List<Window> changed() {
        List<Window> changed = new ArrayList<>(unpublished.size());
        for (String name : unpublished) {
            String[] parts = name.split("\\|", 3);
            Window window = window(parts[0], Granularity.valueOf(parts[2]), Long.parseLong(parts[1]));
            if (window.rewrite()) {
                changed.add(window);
            }
        }
        unpublished.clear();
        return changed;
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
        long end = start + Window.length(granularity);
        source.released(pair, start, end).forEach(row -> window.put(row.time(), row.id(), row.contribution()));
        source.events(pair, start, end).forEach(event -> take(window, event));
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

    private static String row(String pair, long time) {
        return pair + '|' + Padded.time(time);
    }
}
