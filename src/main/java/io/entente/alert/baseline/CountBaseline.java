package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.CountState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a count stream (the stories of a direction, say) is expected to do, learnt from its closed days: a rate with a half-life, a weekday
 * pattern and an overdispersion, as docs/alerts.md gives them. A working copy: load it, close days, save it.
 */
public final class CountBaseline {
    /** Up to so many empty days are closed one by one; the ones before them in one step. */
    static final int EXACT_DAYS = 400;

    private static final int WEEK = 7;
    private static final int LAG = 3;
    /** Where kq, and ad, stand among the numbers of a state. */
    private static final int DISPERSION = 2 * LAG;

    private static final int WEEKDAYS = DISPERSION + 2;
    private static final int NUMBERS = WEEKDAYS + 2 * WEEK;
    /** Weight of the flat weekday pattern, in stories. */
    private static final double FLAT = 30;
    /** Weight of the prior overdispersion. */
    private static final double DISPERSION_WEIGHT = 10;

    private static final double MIN_DISPERSION = 0.02;
    private static final double MAX_DISPERSION = 6;
    /** So few stories are not an outlier. */
    private static final int NEVER_CLIPPED = 2;

    private static final double LEARN_WHILE_OPEN = 0.25;

    private final AlertPolicy.Counts policy;
    private final double decay;
    private final double slowDecay;
    private final double[] a;
    private final double[] b;
    private double kq;
    private double kw;
    private final double[] ad;
    private final double[] bd;
    private final double[] factor = new double[WEEK];
    private int last;
    private int beforeLast;

    private CountBaseline(AlertPolicy.Counts policy, CountState state) {
        this.policy = policy;
        this.decay = halving(policy.halfLife());
        this.slowDecay = halving(policy.slowHalfLife());
        double[] numbers = numbers(state);
        this.a = Arrays.copyOfRange(numbers, 0, LAG);
        this.b = Arrays.copyOfRange(numbers, LAG, 2 * LAG);
        this.kq = numbers[DISPERSION];
        this.kw = numbers[DISPERSION + 1];
        this.ad = Arrays.copyOfRange(numbers, WEEKDAYS, WEEKDAYS + WEEK);
        this.bd = Arrays.copyOfRange(numbers, WEEKDAYS + WEEK, NUMBERS);
        this.last = state.getLast();
        this.beforeLast = state.getBeforeLast();
        for (int weekday = 0; weekday < WEEK; weekday++) {
            factor[weekday] = (FLAT + ad[weekday]) / (FLAT + bd[weekday]);
        }
    }

    public static CountBaseline of(AlertPolicy.Counts policy, CountState state) {
        return new CountBaseline(policy, state);
    }

    /** The baseline of a stream without a story in the first {@code days} days of the feed, of which {@code closed} is the last. */
    public static CountState unseen(AlertPolicy.Counts policy, int days, int closed) {
        double decay = halving(policy.halfLife());
        double[] numbers = new double[NUMBERS];
        for (int back = 0; back < LAG; back++) {
            numbers[LAG + back] = exposure(decay, Math.max(0, days - back));
        }
        return state(numbers, 0, 0, closed);
    }

    /** Its state when {@code closed} is the last closed day. */
    public CountState state(int closed) {
        double[] numbers = new double[NUMBERS];
        System.arraycopy(a, 0, numbers, 0, LAG);
        System.arraycopy(b, 0, numbers, LAG, LAG);
        numbers[DISPERSION] = kq;
        numbers[DISPERSION + 1] = kw;
        System.arraycopy(ad, 0, numbers, WEEKDAYS, WEEK);
        System.arraycopy(bd, 0, numbers, WEEKDAYS + WEEK, WEEK);
        return state(numbers, last, beforeLast, closed);
    }

    private static CountState state(double[] numbers, int last, int beforeLast, int closed) {
        return CountState.newBuilder()
                .setA(List.of())
                .setB(List.of())
                .setKq(0)
                .setKw(0)
                .setAd(List.of())
                .setBd(List.of())
                .setPacked(Precision.pack(numbers))
                .setLast(last)
                .setBeforeLast(beforeLast)
                .setClosed(closed)
                .build();
    }

    private static double[] numbers(CountState state) {
        return state.getPacked()
                .map(packed -> Precision.unpack(packed, NUMBERS))
                .orElseGet(() -> Stream.of(
                                state.getA(),
                                state.getB(),
                                List.of(state.getKq(), state.getKw()),
                                state.getAd(),
                                state.getBd())
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** What the day after the last closed one is expected to bring. */
    public Expectation day(int weekday) {
        double mean = rate(0) * weekdayFactor(weekday);
        return new Expectation(mean, 1 / (cautiousDispersion() + uncertainty(0)));
    }

    /** What that day and the two before it are expected to bring, going by the baseline as it was before these three. */
    public Expectation threeDays(int weekday) {
        double sum = 0;
        double squares = 0;
        for (int back = 0; back < LAG; back++) {
            double f = weekdayFactor(Math.floorMod(weekday - back, WEEK));
            sum += f;
            squares += f * f;
        }
        double spread = cautiousDispersion() * squares / (sum * sum);
        return new Expectation(rate(LAG - 1) * sum, 1 / (spread + uncertainty(LAG - 1)));
    }

    /** Stories of the last two closed days. */
    public int lastTwoDays() {
        return last + beforeLast;
    }

    /**
     * Closes a day with {@code n} stories.
     *
     * @param settling whether the feed is so young that nobody knows the level yet: then even an outlier is learnt in full, as the level and
     *     not as dispersion
     * @param open whether an alert on this stream is open, which slows learning
     */
    public void close(int weekday, int n, boolean settling, boolean open) {
        double w = open ? LEARN_WHILE_OPEN : 1;
        Expectation expected = day(weekday);
        double mean = expected.mean();
        double f = weekdayFactor(weekday);
        double rate = rate(0);
        double deviation = n <= NEVER_CLIPPED ? 0 : expected.deviation();
        double learnt = settling ? n : Math.min(n, Math.max(NEVER_CLIPPED, mean + 3 * deviation));
        double wide = Math.min(n, Math.max(NEVER_CLIPPED, mean + 5 * deviation));
        System.arraycopy(a, 0, a, 1, LAG - 1);
        System.arraycopy(b, 0, b, 1, LAG - 1);
        a[0] = decay * a[0] + w * learnt;
        b[0] = decay * b[0] + w * f;
        double q = ((wide - mean) * (wide - mean) - mean) / (mean * mean);
        double information = policy.priorDispersion() * mean / (1 + policy.priorDispersion() * mean);
        double v = settling && wide < n ? 0 : w * information * information;
        kq = slowDecay * kq + v * q;
        kw = slowDecay * kw + v;
        double weekly = Math.pow(slowDecay, WEEK);
        ad[weekday] = weekly * ad[weekday] + w * learnt;
        bd[weekday] = weekly * bd[weekday] + w * rate;
        factor[weekday] = (FLAT + ad[weekday]) / (FLAT + bd[weekday]);
        beforeLast = last;
        last = n;
    }

    /** Closes {@code days} days without a story, the first of them on {@code weekday}. */
    public void closeEmpty(int weekday, int days) {
        int skipped = Math.max(0, days - EXACT_DAYS);
        if (skipped > 0) {
            skip(skipped);
        }
        for (int day = skipped; day < days; day++) {
            close(Math.floorMod(weekday + day, WEEK), 0, false, false);
        }
    }

    /** Takes {@code rate} stories a day for the new normal. */
    void settle(double rate) {
        for (int back = 0; back < LAG; back++) {
            a[back] = Math.max(0, rate * (policy.priorDays() + b[back]) - policy.priorStories());
        }
    }

    public double weekdayFactor(int weekday) {
        double sum = 0;
        for (double each : factor) {
            sum += each;
        }
        return factor[weekday] * WEEK / sum;
    }

    private void skip(int days) {
        double kept = Math.pow(decay, days);
        double slowKept = Math.pow(slowDecay, days);
        for (int back = 0; back < LAG; back++) {
            a[back] *= kept;
            b[back] = kept * b[back] + exposure(decay, days);
        }
        kq *= slowKept;
        kw *= slowKept;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            ad[weekday] *= slowKept;
            bd[weekday] *= slowKept;
            factor[weekday] = (FLAT + ad[weekday]) / (FLAT + bd[weekday]);
        }
    }

    private double rate(int back) {
        return (policy.priorStories() + a[back]) / (policy.priorDays() + b[back]);
    }

    private double dispersion() {
        double estimate = (DISPERSION_WEIGHT * policy.priorDispersion() + kq) / (DISPERSION_WEIGHT + kw);
        return Math.max(MIN_DISPERSION, Math.min(MAX_DISPERSION, estimate));
    }

    /**
     * The dispersion that tails are computed with: an estimate from few days is too often too low, and the alerts of dispersed streams then come
     * too often (docs/alerts.md).
     */
    private double cautiousDispersion() {
        return dispersion() * (2 * DISPERSION_WEIGHT + kw) / (DISPERSION_WEIGHT + kw);
    }

    private double uncertainty(int back) {
        return 1 / (policy.priorStories() + a[back]) + dispersion() / (policy.priorDays() + b[back]);
    }

    static double halving(double halfLife) {
        return Math.pow(2, -1 / halfLife);
    }

    /** Exposure of {@code days} days that ended just now. */
    static double exposure(double decay, int days) {
        return (1 - Math.pow(decay, days)) / (1 - decay);
    }
}
