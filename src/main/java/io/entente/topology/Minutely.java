package io.entente.topology;

import java.time.Duration;
import java.time.Instant;

/** Lets one line a minute into the log, and counts those that it keeps out. For one thread. */
final class Minutely {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private Instant last = Instant.MIN;
    private long silent;

    /** @param now wall-clock time */
    boolean admits(Instant now) {
        if (now.isBefore(last.plus(PAUSE))) {
            silent++;
            return false;
        }
        last = now;
        return true;
    }

    /** How many were kept out since the last line; counted from here. */
    long keptOut() {
        long count = silent;
        silent = 0;
        return count;
    }
}
