package io.entente.alert;

import io.entente.avro.state.DirectionDay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stories of one direction: a negative binomial number of articles a day with a weekend dip, each with 1.8 statements on average, of which
 * some are hostile.
 */
final class SimulatedStream {
    private static final double WEEKEND = 0.6;
    private static final double SECOND_TYPE = 0.6;
    private static final double THIRD_TYPE = 1.0 / 3;
    private static final double FRIENDLY = 0.35;
    private static final double HOSTILE = -0.45;
    private static final double MILLION = 1e6;

    private final SplittableRandom random;
    private final double rate;
    private final double dispersion;
    private final double hostility;

    SimulatedStream(SplittableRandom random, double rate, double dispersion) {
        this.random = random;
        this.rate = rate;
        this.dispersion = dispersion;
        this.hostility = 0.1 + 0.4 * random.nextDouble();
    }

    /** A day's counts; the signs of its stories are added to {@code signs}. */
    DirectionDay day(int weekday, double factor, double toneShift, List<Integer> signs) {
        // Rescaled so that a week has seven times the rate.
        double season = (weekday >= 5 ? WEEKEND : 1) * 7 / (5 + 2 * WEEKEND);
        int stories = poisson(gamma(1 / dispersion) * dispersion * rate * season * factor);
        int conflict = 0;
        long tone = 0;
        for (int i = 0; i < stories; i++) {
            int types = 1 + hit(SECOND_TYPE) + hit(SECOND_TYPE) * hit(THIRD_TYPE);
            boolean hostile = false;
            double sentiment = 0;
            for (int type = 0; type < types; type++) {
                boolean negative = random.nextDouble() < hostility;
                hostile |= negative;
                sentiment += (negative ? HOSTILE : FRIENDLY) + 0.3 * (random.nextDouble() - 0.5);
            }
            double mean = Math.max(-1, Math.min(1, sentiment / types + toneShift));
            conflict += hostile ? 1 : 0;
            tone += Math.round(mean * MILLION);
            signs.add((int) Math.signum(mean));
        }
        return new DirectionDay(stories, conflict, tone);
    }

    static List<Integer> signs() {
        return new ArrayList<>();
    }

    private int hit(double probability) {
        return random.nextDouble() < probability ? 1 : 0;
    }

    /** Marsaglia and Tsang (2000), with unit scale. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(positive(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(positive()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Knuth's product of uniform numbers, in parts that cannot underflow. */
    private int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 50) {
            double limit = Math.exp(-Math.min(left, 50));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
        }
        return count;
    }

    /** Box and Muller. */
    private double normal() {
        return Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private double positive() {
        return 1 - random.nextDouble();
    }
}
