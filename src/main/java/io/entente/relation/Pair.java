package io.entente.relation;

/**
 * Two actors without direction.
 *
 * @param first the code that comes first in the alphabet
 * @param second the other one
 */
public record Pair(String first, String second) {
    public Pair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(first + " does not come before " + second);
        }
    }

    /** The pair of two different codes, in whichever order they are given. */
    public static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /** As in keys, e.g. {@code CHN-RUS}. */
    @Override
    public String toString() {
        return first + "-" + second;
    }
}
