package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.ToneState;

/**
 * How a direction's sentiment toward its target usually is, and the evidence (a log-likelihood ratio, as in a CUSUM) that it has changed,
 * as docs/alerts.md gives it. A working copy: load it, close days, save it.
 */
public final class ToneBaseline {
    private static final double MEAN_DECAY = CountBaseline.halving(56);
    private static final double EVIDENCE_DECAY = CountBaseline.halving(14);
    private static final double CAP = 13;
    private static final double SHIFT = 0.25;
    private static final double PRIOR_STORIES = 5;
    private static final double LEARN_WHILE_OPEN = 0.25;

    private final double varianceDecay;
    private double t0;
    private double t1;
    private double v0;
    private double v1;
    private double colder;
    private double warmer;

    private ToneBaseline(AlertPolicy.Counts policy, ToneState state) {
        this.varianceDecay = CountBaseline.halving(policy.slowHalfLife());
        this.t0 = state.getT0();
        this.t1 = state.getT1();
        this.v0 = state.getV0();
        this.v1 = state.getV1();
        this.colder = state.getColder();
        this.warmer = state.getWarmer();
    }

    static ToneBaseline of(AlertPolicy.Counts policy, ToneState state) {
        return new ToneBaseline(policy, state);
    }

    /** The baseline of a direction without a story. */
    static ToneState unseen() {
        return new ToneState(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }

    ToneState state() {
        return new ToneState(
                Precision.kept(t0),
                Precision.kept(t1),
                Precision.kept(v0),
                Precision.kept(v1),
                Precision.kept(colder),
                Precision.kept(warmer));
    }

    /** Mean sentiment toward the target as learnt so far, shrunk to neutral. */
    public double mean() {
        return t1 / (PRIOR_STORIES + t0);
    }

    /** Evidence of a change for the worse: a natural logarithm, at most 13. */
    public double colder() {
        return colder;
    }

    /** Evidence of a change for the better. */
    public double warmer() {
        return warmer;
    }

    /** Weight of a day with {@code n} stories: they are not independent. */
    public static double weight(int n) {
        return n / (1 + 0.1 * n);
    }

    /** Weighs a day of {@code n > 0} stories with mean sentiment {@code mean}; {@link #learn} follows. */
    public void weigh(int n, double mean) {
        double w = weight(n);
        double spread = variance() * (1 + w / (PRIOR_STORIES + t0));
        double e = mean - mean();
        double gain = SHIFT * w / spread;
        colder = clip(colder + gain * (-e - SHIFT / 2), 0, CAP);
        warmer = clip(warmer + gain * (e - SHIFT / 2), 0, CAP);
    }

    /** Learns that day; {@code open} slows it while an alert on this direction's tone is open. */
    public void learn(int n, double mean, boolean open) {
        double w = weight(n);
        double variance = variance();
        double spread = variance * (1 + w / (PRIOR_STORIES + t0));
        double z = clip((mean - mean()) * Math.sqrt(w / spread), -3, 3);
        double learn = open ? LEARN_WHILE_OPEN : 1;
        t1 = MEAN_DECAY * t1 + learn * w * mean;
        t0 = MEAN_DECAY * t0 + learn * w;
        v1 = varianceDecay * v1 + learn * variance * z * z;
        v0 = varianceDecay * v0 + learn;
    }

    /** Closes {@code days} days without a story: only the evidence fades. */
    public void closeEmpty(int days) {
        double kept = Math.pow(EVIDENCE_DECAY, days);
        colder *= kept;
        warmer *= kept;
    }

    /** Drops the evidence of both sides, after the alert that it raised has ended. */
    public void forget() {
        colder = 0;
        warmer = 0;
    }

    /** Takes {@code mean} for the new normal. */
    public void settle(double mean) {
        t1 = mean * (PRIOR_STORIES + t0);
        forget();
    }

    private double variance() {
        return Math.max(0.01, (2.5 + v1) / (10 + v0));
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
