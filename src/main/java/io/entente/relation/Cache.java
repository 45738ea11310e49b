package io.entente.relation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What was used last is kept ready, up to a total size; the rest is loaded again when needed. */
final class Cache<V> {
    private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<String, Integer> sizes = new LinkedHashMap<>();
    private final int limit;
    private final ToIntFunction<V> size;
    private long total;

    /**
     * @param limit the total size from which on what was used longest ago is dropped
     * @param size size of a value
     */
    Cache(int limit, ToIntFunction<V> size) {
        this.limit = limit;
        this.size = size;
    }

    V get(String key, Function<String, V> load) {
        V value = values.get(key);
        if (value == null) {
            value = load.apply(key);
            values.put(key, value);
        }
        return value;
    }

    /** Measures the value under {@code key} again, and drops others until all fit or it alone is left. */
    void trim(String key) {
        V value = values.get(key);
        if (value != null) {
            measure(key, value);
        }
        Iterator<Map.Entry<String, V>> eldest = values.entrySet().iterator();
        while (total > limit && eldest.hasNext()) {
            String next = eldest.next().getKey();
            if (!next.equals(key)) {
                eldest.remove();
                forget(next);
            }
        }
    }

    void remove(String key) {
        values.remove(key);
        forget(key);
    }

    private void measure(String key, V value) {
        int now = size.applyAsInt(value);
        Integer before = sizes.put(key, now);
        total += now - (before == null ? 0 : before);
    }

    private void forget(String key) {
        Integer before = sizes.remove(key);
        total -= before == null ? 0 : before;
    }
}
