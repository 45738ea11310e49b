package io.entente.relation;

/** Numbers as parts of keys that sort by them. */
final class Padded {
    private Padded() {}

    /** A number that is not negative, with zeros in front up to {@code width} digits. */
    static String of(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
