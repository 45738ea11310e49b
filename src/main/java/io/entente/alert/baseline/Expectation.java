package io.entente.alert.baseline;

/**
 * What a baseline expects of a window: a negative binomial distribution.
 *
 * @param mean stories expected, above 0
 * @param size r: the smaller, the wider the spread
 */
public record Expectation(double mean, double size) {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** Probability of n or more stories. */
    public double atLeast(long n) {
        return Tail.atLeast(n, mean, size);
    }

    /** Probability of n or fewer stories. */
    public double atMost(long n) {
        return Tail.atMost(n, mean, size);
    }

    /** Lower end of the interval that holds 95 % of what is expected. */
    public double low() {
        return quantile(LOW);
    }

    /** Upper end of that interval. */
    public double high() {
        return quantile(HIGH);
    }

    /** Standard deviation. */
    double deviation() {
        return Math.sqrt(mean + mean * mean / size);
    }

    /** The smallest n with P(N ≤ n) ≥ q. */
    private long quantile(double q) {
        long high = 1;
        while (atMost(high, q)) {
            high *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (atMost(middle, q)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private boolean atMost(long n, double q) {
        return atMost(n) < q;
    }
}
