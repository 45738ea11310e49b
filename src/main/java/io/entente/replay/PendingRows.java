package io.entente.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Rows that may still change, in order of time and key, until they are handed on for good. */
final class PendingRows<V> {
    private final Map<String, Long> times = new HashMap<>();
    private final TreeMap<Place, V> rows = new TreeMap<>();

    private record Place(long time, String key) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::time).thenComparing(Place::key);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Puts a row in place of the one with the same key. */
    void put(String key, long time, V value) {
        remove(key);
        times.put(key, time);
        rows.put(new Place(time, key), value);
    }

    void remove(String key) {
        Long time = times.remove(key);
        if (time != null) {
            rows.remove(new Place(time, key));
        }
    }

    /** Hands on the rows whose time is before {@code time}, and forgets them. */
    void release(long time, Consumer<V> sink) {
        while (!rows.isEmpty() && rows.firstKey().time() < time) {
            Map.Entry<Place, V> first = rows.pollFirstEntry();
            times.remove(first.getKey().key());
            sink.accept(first.getValue());
        }
    }
}
