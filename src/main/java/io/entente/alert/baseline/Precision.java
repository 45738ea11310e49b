package io.entente.alert.baseline;

/**
 * Baselines are kept with 21 significant bits, a relative error of half a millionth, far below what chance does to counts: the rest of their digits
 * would be half of what ALERT writes to its changelog, and no codec makes it smaller.
 */
final class Precision {
    private static final int DROPPED = 32;
    private static final long HALF = 1L << (DROPPED - 1);

    private Precision() {}

    /** The nearest number of that precision; one that has it already stays as it is. */
    static double kept(double value) {
        return Double.longBitsToDouble((Double.doubleToLongBits(value) + HALF) >> DROPPED << DROPPED);
    }
}
