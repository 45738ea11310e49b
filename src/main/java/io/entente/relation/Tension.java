package io.entente.relation;

import io.entente.avro.DirectionTotals;
import java.util.List;

/**
 * The tension index: of what two actors said and did to each other, how much was hostile, weighed by the Goldstein intensity of each
 * event, and drawn to 0 where little happened.
 *
 * <pre>T = 100 (C − K) / (C + K + 5)</pre>
 *
 * C is the sum of the intensities below 0 without their sign, K that of the intensities above 0, both directions together, asserted
 * and intended events only. No country has a weight of its own.
 */
public final class Tension {
    /** Goldstein points of calm that every window is given beforehand. */
    public static final double PRIOR = 5;

    private static final double MICRO = 1_000_000;

    private Tension() {}

    /** The index of one or more windows together: above -100 (harmony), below 100 (hostility), 0 where nothing happened. */
    public static double of(List<DirectionTotals> totals) {
        return of(
                totals.stream().mapToLong(DirectionTotals::getConflict).sum(),
                totals.stream().mapToLong(DirectionTotals::getCooperation).sum());
    }

    /** The index from the two sums, in millionths. */
    public static double of(long conflict, long cooperation) {
        return 100 * (conflict - cooperation) / (conflict + cooperation + PRIOR * MICRO);
    }
}
