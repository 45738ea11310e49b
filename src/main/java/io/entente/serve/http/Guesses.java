package io.entente.serve.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong tokens by address: whoever has sent too many within a minute is not listened to until the minute has passed. */
public final class Guesses {
    public static final int MAX = 20;
    public static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_ADDRESSES = 10_000;

    private record Count(Instant since, int wrong) {}

    private final InstantSource clock;
    /** In order of their last wrong token; the oldest is forgotten first. */
    private final Map<String, Count> counts = new LinkedHashMap<>();

    public Guesses(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether an address has used up its guesses. */
    public synchronized boolean exhausted(String address) {
        Count count = counts.get(address);
        if (count == null) {
            return false;
        }
        if (!clock.instant().isBefore(count.since().plus(PERIOD))) {
            counts.remove(address);
            return false;
        }
        return count.wrong() >= MAX;
    }

    /** Counts a wrong token. */
    public synchronized void wrong(String address) {
        Count before = counts.remove(address);
        counts.put(
                address,
                before == null ? new Count(clock.instant(), 1) : new Count(before.since(), before.wrong() + 1));
        if (counts.size() > MAX_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
