package io.entente.evaluation;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts of one measure.
 *
 * @param found what was found and is right
 * @param wrong what was found and is not
 * @param missed what was not found
 */
public record Score(int found, int wrong, int missed) {
    static final Score NONE = new Score(0, 0, 0);

    /** The counts of one record: {@code tolerated} is neither required nor wrong. */
    static Score of(Set<String> required, Set<String> tolerated, Set<String> got) {
        Set<String> right = new HashSet<>(got);
        right.retainAll(required);
        Set<String> wrong = new HashSet<>(got);
        wrong.removeAll(tolerated);
        return new Score(right.size(), wrong.size(), required.size() - right.size());
    }

    Score plus(Score other) {
        return new Score(found + other.found, wrong + other.wrong, missed + other.missed);
    }

    /** Share of what was found that is right, 0 if nothing was found. */
    public double precision() {
        return ratio(found, found + wrong);
    }

    /** Share of what is there that was found, 0 if nothing is there. */
    public double recall() {
        return ratio(found, found + missed);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return ratio(2.0 * found, 2.0 * found + wrong + missed);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
