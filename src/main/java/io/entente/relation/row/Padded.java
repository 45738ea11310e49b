package io.entente.relation.row;

/** Numbers as parts of keys that sort by them. */
public final class Padded {
    private static final int TIME_DIGITS = 15;

    private Padded() {}

    /** A number that is not negative, with zeros in front up to {@code width} digits. */
    public static String of(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** A time in epoch milliseconds. */
    public static String time(long millis) {
        return of(millis, TIME_DIGITS);
    }
}
