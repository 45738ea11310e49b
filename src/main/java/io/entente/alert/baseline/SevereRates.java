package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.SevereRate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many severe stories of each class a direction usually has in a day; what is usual is not news. A working copy. */
public final class SevereRates {
    private static final double LEARN_WHILE_OPEN = 0.25;

    private final AlertPolicy policy;
    private final ClassRates rates;

    private SevereRates(AlertPolicy policy, List<SevereRate> state) {
        this.policy = policy;
        this.rates = new ClassRates(
                policy.severe().priorStories(),
                policy.severe().priorDays(),
                policy.counts().slowHalfLife(),
                state);
    }

    static SevereRates of(AlertPolicy policy, List<SevereRate> state) {
        return new SevereRates(policy, state);
    }

    List<SevereRate> state() {
        return rates.state();
    }

    /** Stories a day of {@code severeClass}; {@code days} is the age of the feed, for a class that never occurred. */
    double rate(String severeClass, int days) {
        return rates.rate(severeClass, days);
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
        rates.close(stories.keySet(), days, name -> learnt(name, stories, days), open ? LEARN_WHILE_OPEN : 1);
    }

    /** An unusual day counts for no more than three standard deviations above the mean. */
    private double learnt(String name, Map<String, Integer> stories, int days) {
        double mean = rates.rate(name, days);
        double deviation = Math.sqrt(mean + policy.counts().priorDispersion() * mean * mean);
        return Math.min(stories.getOrDefault(name, 0), Math.max(2, mean + 3 * deviation));
    }

    /** Closes {@code days} days without a severe event. */
    void closeEmpty(int days) {
        rates.pass(days);
    }
}
