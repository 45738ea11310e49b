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

    /** Whether the actor is one of the two. */
    public boolean has(String actor) {
        return first.equals(actor) || second.equals(actor);
    }

    /** The pair that {@link #toString} writes; IllegalArgumentException if it is none. */
    public static Pair parse(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0) {
            throw new IllegalArgumentException("'" + text + "' is not a valid pair; write two codes, such as CHN-RUS");
        }
        return new Pair(text.substring(0, dash), text.substring(dash + 1));
    }

    /** As in keys, e.g. {@code CHN-RUS}. */
    @Override
    public String toString() {
        return first + "-" + second;
    }
}
