package io.entente.evaluation;

import io.entente.coder.rules.Reliability;
import io.entente.coder.rules.Reliability.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often statements with a feature were right, and what the likelihoods that follow are worth. Each set is judged by likelihoods
 * that were fitted to the others.
 *
 * @param shares by feature, in order of their names
 * @param brier mean squared error of the likelihoods
 * @param baseline the same for one likelihood for all
 * @param auc how often a statement that is right is more likely than one that is wrong: 0.5 for guessing, 1 at best
 * @param bands statements from the least to the most likely, in as many of like size as {@link #of} was asked for
 */
public record Calibration(Map<String, Share> shares, double brier, double baseline, double auc, List<Band> bands) {

    /**
     * Statements that are about as likely.
     *
     * @param count how many
     * @param likelihood their mean likelihood
     * @param right the share of them that was right
     */
    public record Band(int count, double likelihood, double right) {}

    private record Rated(double likelihood, double baseline, boolean right) {}

    /** How much of the baseline's error the likelihoods save; below 0 if they are worse. */
    public double skill() {
        return 1 - brier / baseline;
    }

    /** The calibration of {@code outcomes} of two sets at least. */
    public static Calibration of(List<Outcome> outcomes, int bands) {
        List<Rated> rated = new ArrayList<>();
        Set<String> sets = new LinkedHashSet<>();
        outcomes.forEach(outcome -> sets.add(outcome.set()));
        for (String set : sets) {
            Reliability others = Reliability.of(
                    shares(outcomes.stream().filter(o -> !o.set().equals(set)).toList()));
            double baseline = others.likelihood(List.of());
            for (Outcome one : outcomes) {
                if (one.set().equals(set)) {
                    rated.add(new Rated(others.likelihood(one.features()), baseline, one.right()));
                }
            }
        }
        rated.sort(Comparator.comparingDouble(Rated::likelihood));
        return new Calibration(
                shares(outcomes),
                rated.stream()
                        .mapToDouble(r -> squared(r.likelihood(), r.right()))
                        .average()
                        .orElse(0),
                rated.stream()
                        .mapToDouble(r -> squared(r.baseline(), r.right()))
                        .average()
                        .orElse(0),
                auc(rated),
                bands(rated, bands));
    }

    private static Map<String, Share> shares(List<Outcome> outcomes) {
        Map<String, Share> shares = new TreeMap<>();
        for (Outcome one : outcomes) {
            Share share = new Share(one.right() ? 1 : 0, 1);
            shares.merge(Reliability.ALL, share, Calibration::plus);
            one.features().forEach(feature -> shares.merge(feature, share, Calibration::plus));
        }
        return shares;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.right() + other.right(), one.found() + other.found());
    }

    private static double squared(double likelihood, boolean right) {
        double off = likelihood - (right ? 1 : 0);
        return off * off;
    }

    private static double auc(List<Rated> rated) {
        double won = 0;
        long pairs = 0;
        for (Rated one : rated) {
            for (Rated other : rated) {
                if (one.right() && !other.right()) {
                    pairs++;
                    won += Double.compare(one.likelihood(), other.likelihood()) / 2.0 + 0.5;
                }
            }
        }
        return pairs == 0 ? 0.5 : won / pairs;
    }

    private static List<Band> bands(List<Rated> rated, int count) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Rated> band = rated.subList(rated.size() * i / count, rated.size() * (i + 1) / count);
            bands.add(new Band(
                    band.size(),
                    band.stream().mapToDouble(Rated::likelihood).average().orElse(0),
                    band.stream().mapToDouble(r -> r.right() ? 1 : 0).average().orElse(0)));
        }
        return bands;
    }
}
