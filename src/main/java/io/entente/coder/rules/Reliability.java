package io.entente.coder.rules;

import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a statement is to be right, from how often statements in like {@link ReliabilityFeatures} were right in real
 * news. The log odds of the features add up, as in naive Bayes, but each counts by two thirds, for features overlap. Immutable.
 */
public final class Reliability {
    /** The feature of every statement. */
    public static final String ALL = "all";

    /** So many statements of average reliability are added to each feature, so that a rare one says little. */
    private static final double PRIOR = 20;

    /** So much of what each feature says by itself counts: chosen by leaving out one set after the other. */
    private static final double WEIGHT = 0.65;

    private static final double BOUND = 0.02;

    private final double overall;
    private final Map<String, Double> weights;

    private Reliability(double overall, Map<String, Double> weights) {
        this.overall = overall;
        this.weights = weights;
    }

    /**
     * How often what a feature marks was right.
     *
     * @param right statements that were right
     * @param found all of them
     */
    public record Share(int right, int found) {}

    /** The shares that ship with the program: reliability.tsv. */
    static Reliability load() {
        return of(TsvTable.resource(Reliability.class, "reliability.tsv"));
    }

    /**
     * The shares of a table, in which a feature that no statement can have is a fault.
     *
     * @throws io.entente.table.TableException if a row cannot be used
     */
    static Reliability of(TsvTable table) {
        Map<String, Share> shares = new HashMap<>();
        table.each(row -> shares.put(
                row.read(0, ReliabilityFeatures::known),
                new Share(row.read(1, Integer::parseInt), row.read(2, Integer::parseInt))));
        return of(shares);
    }

    /** The reliability that {@code shares} by feature show; one of them is {@link #ALL}. */
    public static Reliability of(Map<String, Share> shares) {
        Share all = shares.getOrDefault(ALL, new Share(0, 0));
        double overall = all.found() == 0 ? 0.5 : (double) all.right() / all.found();
        Map<String, Double> weights = new HashMap<>();
        shares.forEach((feature, share) -> {
            double smoothed = (share.right() + PRIOR * overall) / (share.found() + PRIOR);
            weights.put(feature, WEIGHT * (logit(smoothed) - logit(overall)));
        });
        weights.remove(ALL);
        return new Reliability(overall, Map.copyOf(weights));
    }

    /** The likelihood that a statement with {@code features} is right, above 0 and below 1, to three digits. */
    public double likelihood(List<String> features) {
        double odds = logit(overall);
        for (String feature : features) {
            odds += weights.getOrDefault(feature, 0.0);
        }
        return Math.round(1000 / (1 + Math.exp(-odds))) / 1000.0;
    }

    private static double logit(double share) {
        double inside = Math.min(1 - BOUND, Math.max(BOUND, share));
        return Math.log(inside / (1 - inside));
    }
}
