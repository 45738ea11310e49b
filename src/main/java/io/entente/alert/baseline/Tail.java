package io.entente.alert.baseline;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Tails of the negative binomial distribution with a mean and a size r (variance {@code mean + mean² / r}): P(N ≥ n) is the regularised
 * incomplete beta function I at {@code mean / (r + mean)} with parameters n and r.
 */
public final class Tail {
    private Tail() {}

    /** P(N ≥ n); 1 for n = 0. */
    public static double atLeast(long n, double mean, double size) {
        return n <= 0 ? 1 : mean <= 0 ? 0 : RegularizedBeta.value(mean / (size + mean), (double) n, size);
    }

    /** P(N ≤ n). */
    public static double atMost(long n, double mean, double size) {
        return n < 0 ? 0 : mean <= 0 ? 1 : RegularizedBeta.complement(mean / (size + mean), n + 1.0, size);
    }
}
