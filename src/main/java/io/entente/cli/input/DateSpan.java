package io.entente.cli.input;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The oldest and the newest of a batch of articles: if they are decades apart or lie ahead, a date has most likely been misread. For one thread. */
final class DateSpan {
    private static final Duration DECADES = Duration.ofDays(20 * 365);
    private static final Duration AHEAD = Duration.ofDays(1);

    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private String oldestPlace = "";
    private String newestPlace = "";

    void add(String place, Instant published) {
        if (oldest == null || published.isBefore(oldest)) {
            oldest = published;
            oldestPlace = place;
        }
        if (newest == null || published.isAfter(newest)) {
            newest = published;
            newestPlace = place;
        }
    }

    /** What people should look at, if anything. */
    Optional<String> warning() {
        if (oldest == null || newest == null) {
            return Optional.empty();
        }
        if (newest.isAfter(Instant.now().plus(AHEAD))) {
            return Optional.of("warning: an article is dated in the future: " + newest + " (" + newestPlace + ")");
        }
        return Duration.between(oldest, newest).compareTo(DECADES) > 0
                ? Optional.of("warning: the dates span decades, from " + oldest + " (" + oldestPlace + ") to " + newest
                        + " (" + newestPlace + "): are they all right?")
                : Optional.empty();
    }
}
