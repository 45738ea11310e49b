package io.entente.alert.day;

import java.time.Instant;

/** Days counted from 1970-01-01 (UTC): arithmetic and names. */
public final class EpochDays {
    public static final long MILLIS = 86_400_000L;
    private static final int WEEK = 7;
    /** Keys have seven digits from 1970 for 24,000 years. */
    private static final int KEY_BASE = 1_000_000;
    /** 1970-01-01 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    private EpochDays() {}

    public static int of(Instant time) {
        return of(time.toEpochMilli());
    }

    public static int of(long millis) {
        return (int) Math.floorDiv(millis, MILLIS);
    }

    public static Instant start(int day) {
        return Instant.ofEpochMilli(day * MILLIS);
    }

    public static Instant end(int day) {
        return start(day + 1);
    }

    /** 0 for Monday. */
    public static int weekday(int day) {
        return Math.floorMod(day + FIRST_WEEKDAY, WEEK);
    }

    /** Such that keys sort by day. */
    public static String key(int day) {
        return Integer.toString(day + KEY_BASE);
    }

    public static int ofKey(String key) {
        return Integer.parseInt(key) - KEY_BASE;
    }
}
