package io.entente.collect.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {
    /** No server is left alone for longer by a single answer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** When to ask again; null if {@code written} does not say. */
    static @Nullable Instant parse(@Nullable String written, Instant now) {
        if (written == null) {
            return null;
        }
        String value = written.strip();
        try {
            Instant time = value.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(value))
                    : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Instant latest = now.plus(LONGEST);
            return time.isAfter(latest) ? latest : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
