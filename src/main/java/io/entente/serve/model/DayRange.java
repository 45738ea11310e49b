package io.entente.serve.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Whole days (UTC), as days since 1970.
 *
 * @param from the first
 * @param to the one after the last
 */
public record DayRange(int from, int to) {
    private static final long MILLIS = Duration.ofDays(1).toMillis();

    public DayRange {
        if (from >= to) {
            throw new IllegalArgumentException("a window of days must not be empty: " + from + " to " + to);
        }
    }

    /** The day of a time in epoch milliseconds. */
    public static int of(long time) {
        return Math.toIntExact(Math.floorDiv(time, MILLIS));
    }

    /** From the one date to before the other. */
    public static DayRange of(LocalDate from, LocalDate to) {
        return new DayRange(Math.toIntExact(from.toEpochDay()), Math.toIntExact(to.toEpochDay()));
    }

    /** How many they are. */
    public int length() {
        return to - from;
    }

    /** As many days before them. */
    public DayRange before() {
        return new DayRange(from - length(), from);
    }

    /** The {@code count} days before them. */
    public DayRange before(int count) {
        return new DayRange(from - count, from);
    }

    /** The same as a stretch of time. */
    public TimeRange span() {
        return new TimeRange(Math.max(0, from * MILLIS), to * MILLIS);
    }

    /** The first day. */
    public LocalDate first() {
        return date(from);
    }

    /** The day after the last. */
    public LocalDate end() {
        return date(to);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(day * 86_400L), ZoneOffset.UTC);
    }
}
