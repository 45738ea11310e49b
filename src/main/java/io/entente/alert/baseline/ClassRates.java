package io.entente.alert.baseline;

import io.entente.avro.state.SevereRate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How often stories of each class occur in a day: a gamma distribution by class, whose stories and days decay. A class that never
 * occurred has the prior and the days of the feed. A working copy.
 */
final class ClassRates {
    private final double priorStories;
    private final double priorDays;
    private final double decay;
    private final Map<String, double[]> classes = new TreeMap<>();

    /** @param halfLife in days */
    ClassRates(double priorStories, double priorDays, double halfLife, List<SevereRate> state) {
        this.priorStories = priorStories;
        this.priorDays = priorDays;
        this.decay = CountBaseline.halving(halfLife);
        for (SevereRate rate : state) {
            classes.put(rate.getSevereClass(), new double[] {rate.getA(), rate.getB()});
        }
    }

    List<SevereRate> state() {
        List<SevereRate> state = new ArrayList<>();
        classes.forEach((name, ab) -> state.add(new SevereRate(name, Precision.kept(ab[0]), Precision.kept(ab[1]))));
        return state;
    }

    /** Stories a day of a class; {@code age} is that of the feed in days. */
    double rate(String name, int age) {
        double[] ab = classes.getOrDefault(name, unseen(age));
        return (priorStories + ab[0]) / (priorDays + ab[1]);
    }

    /** The stories and the days of a class, which it has from now on. */
    private double[] seen(String name, int age) {
        return classes.computeIfAbsent(name, absent -> unseen(age));
    }

    private double[] unseen(int age) {
        return new double[] {0, CountBaseline.exposure(decay, age)};
    }

    /** Counts a story of a class in the day that is open. */
    void count(String name, int age) {
        seen(name, age)[0]++;
    }

    /** Lets {@code days} days pass without a story. */
    void pass(int days) {
        double kept = Math.pow(decay, days);
        classes.values().forEach(ab -> {
            ab[0] *= kept;
            ab[1] = kept * ab[1] + CountBaseline.exposure(decay, days);
        });
    }

    /**
     * Closes a day.
     *
     * @param occurred the classes that occurred in it
     * @param stories how many stories of a class to learn
     * @param weight of the day, from 0 to 1
     */
    void close(Collection<String> occurred, int age, ToDoubleFunction<String> stories, double weight) {
        occurred.forEach(name -> seen(name, age));
        classes.forEach((name, ab) -> {
            ab[0] = decay * ab[0] + weight * stories.applyAsDouble(name);
            ab[1] = decay * ab[1] + weight;
        });
    }
}
