package io.entente.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for some seconds which ids the registry does not have, so that a flood of records with one and the same unknown
 * id asks it once and not for each record.
 */
final class UnknownIds {
    private static final int NOT_FOUND = 404;
    private static final long FOR_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int AT_MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<Integer, Refusal> refusals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Refusal> eldest) {
            return size() > AT_MOST;
        }
    };

    private record Refusal(RegistryRefusedException answer, long nanos) {}

    UnknownIds(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What {@code ask} gives, or the refusal that it gave for this id a while ago. */
    <T> T guard(int id, Supplier<T> ask) {
        @Nullable RegistryRefusedException known = recent(id);
        if (known != null) {
            throw known;
        }
        try {
            return ask.get();
        } catch (RegistryRefusedException e) {
            if (e.status() == NOT_FOUND) {
                remember(id, e);
            }
            throw e;
        }
    }

    private synchronized @Nullable RegistryRefusedException recent(int id) {
        Refusal refusal = refusals.get(id);
        if (refusal == null) {
            return null;
        }
        if (nanoTime.getAsLong() - refusal.nanos < FOR_NANOS) {
            return refusal.answer;
        }
        refusals.remove(id);
        return null;
    }

    private synchronized void remember(int id, RegistryRefusedException answer) {
        refusals.put(id, new Refusal(answer, nanoTime.getAsLong()));
    }
}
