package io.entente.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Where F1 lies in 95 of 100 sets of records like those that were judged: the percentile bootstrap, records drawn with replacement. The
 * same records always give the same interval.
 *
 * @param low below it lie 2.5 % of the draws
 * @param high above it lie 2.5 % of the draws
 */
public record Interval(double low, double high) {
    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;
    private static final long SEED = 1;

    /** The interval of F1 over {@code scores}, one a record. */
    public static Interval of(List<Score> scores) {
        if (scores.isEmpty()) {
            return new Interval(0, 0);
        }
        Random random = new Random(SEED);
        double[] f1 = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Score sum = Score.NONE;
            for (int i = 0; i < scores.size(); i++) {
                sum = sum.plus(scores.get(random.nextInt(scores.size())));
            }
            f1[draw] = sum.f1();
        }
        Arrays.sort(f1);
        return new Interval(f1[(int) (TAIL * DRAWS)], f1[DRAWS - 1 - (int) (TAIL * DRAWS)]);
    }
}
