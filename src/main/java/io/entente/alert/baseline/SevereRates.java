package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.SevereRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many stories of each severe class a direction usually has a day: what is usual is not news. A working copy. */
public final class SevereRates {
    private static final double LEARN_WHILE_OPEN = 0.25;

    private final AlertPolicy policy;
    private final double decay;
    private final Map<String, double[]> classes = new TreeMap<>();

    private SevereRates(AlertPolicy policy, List<SevereRate> state) {
        this.policy = policy;
        this.decay = CountBaseline.halving(policy.counts().slowHalfLife());
        for (SevereRate rate : state) {
            classes.put(rate.getSevereClass(), new double[] {rate.getA(), rate.getB()});
        }
    }

    static SevereRates of(AlertPolicy policy, List<SevereRate> state) {
        return new SevereRates(policy, state);
    }

    List<SevereRate> state() {
        List<SevereRate> state = new ArrayList<>();
        classes.forEach((name, ab) -> state.add(new SevereRate(name, ab[0], ab[1])));
        return state;
    }

    /** Stories a day of {@code severeClass}; {@code days} is the age of the feed, for a class that never occurred. */
    double rate(String severeClass, int days) {
        double[] ab = classes.getOrDefault(severeClass, new double[] {0, CountBaseline.exposure(decay, days)});
        return (policy.severe().priorStories() + ab[0]) / (policy.severe().priorDays() + ab[1]);
    }

    /** The rates of all classes of the policy, frozen. */
    public List<SevereRate> frozen(int days) {
        return policy.severe().classes().keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(name -> new SevereRate(name, rate(name, days), 1.0))
                .toList();
    }

    /** Closes a day: {@code stories} by class, {@code open} slows learning. */
    public void close(Map<String, Integer> stories, int days, boolean open) {
        for (String name : stories.keySet()) {
            classes.computeIfAbsent(name, absent -> new double[] {0, CountBaseline.exposure(decay, days)});
        }
        double w = open ? LEARN_WHILE_OPEN : 1;
        classes.forEach((name, ab) -> {
            double mean = rate(name, days);
            double deviation = Math.sqrt(mean + policy.counts().priorDispersion() * mean * mean);
            int n = stories.getOrDefault(name, 0);
            ab[0] = decay * ab[0] + w * Math.min(n, Math.max(2, mean + 3 * deviation));
            ab[1] = decay * ab[1] + w;
        });
    }

    /** Closes {@code days} days without a severe event. */
    void closeEmpty(int days) {
        double kept = Math.pow(decay, days);
        classes.values().forEach(ab -> {
            ab[0] *= kept;
            ab[1] = kept * ab[1] + CountBaseline.exposure(decay, days);
        });
    }
}
