package io.entente.registry;

import io.entente.registry.RegistryTransport.Patience;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what an outage of the registry costs those who read. The first who needs a schema asks for some seconds, fewer than a
 * transaction of Kafka Streams lasts (10 s), otherwise the broker would abort it and everything would start again. Then it is
 * known that there is an outage: what has failed fails at once for a while, and so does everything else if the registry is silent;
 * if it answers that it cannot serve, another schema is worth one short try.
 */
final class Outage {
    /** How long the first asks. */
    static final int FIRST_SECONDS = 5;

    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int REMEMBERED = 1_000;

    private final Patience first;
    private final LongSupplier nanoTime;
    private final Set<Integer> failed = new HashSet<>();
    private @Nullable RegistryUnavailableException known;
    private long askAgain;

    Outage(int retries, LongSupplier nanoTime) {
        this.first = new Patience(Duration.ofSeconds(FIRST_SECONDS), retries);
        this.nanoTime = nanoTime;
    }

    /**
     * What {@code ask} returns within the given patience.
     *
     * @param id of the schema
     * @throws RegistryUnavailableException if it finds no registry that serves, or none was found a while ago
     */
    <T> T guard(int id, String purpose, Function<Patience, T> ask) {
        Patience patience = patience(id, purpose);
        try {
            T answer = ask.apply(patience);
            served();
            return answer;
        } catch (RegistryUnavailableException e) {
            failed(id, e);
            throw e;
        } catch (RegistryRefusedException e) { // an answer, too
            served();
            throw e;
        }
    }

    private synchronized Patience patience(int id, String purpose) {
        if (known == null) {
            return first;
        }
        long now = nanoTime.getAsLong();
        if (now - askAgain >= 0) {
            askAgain = now + PAUSE_NANOS; // one tries, the others do not wait for it
            failed.clear();
        } else if (known.silent() || failed.contains(id)) {
            throw known.again(purpose);
        }
        return new Patience(PROBE, 0);
    }

    private synchronized void failed(int id, RegistryUnavailableException e) {
        if (known == null) {
            askAgain = nanoTime.getAsLong() + PAUSE_NANOS;
        }
        known = e;
        if (failed.size() < REMEMBERED) {
            failed.add(id);
        }
    }

    /** It is over, unless the registry refuses to serve some other schema. */
    private synchronized void served() {
        if (known != null && (known.silent() || failed.isEmpty())) {
            known = null;
            failed.clear();
        }
    }
}
