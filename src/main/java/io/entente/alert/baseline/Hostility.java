package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.BreakthroughState;
import io.entente.avro.state.SevereRate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How hostile a pair has been over the years, and how usual breakthroughs of each class are in it. A working copy. */
public final class Hostility {
    private final AlertPolicy.Breakthrough policy;
    private final double decay;
    private final Map<String, double[]> classes = new TreeMap<>();
    private double hostile;
    private double friendly;
    private int day;

    private Hostility(AlertPolicy policy, BreakthroughState state) {
        this.policy = policy.breakthrough();
        this.decay = CountBaseline.halving(policy.breakthrough().memoryDays());
        this.hostile = state.getHostile();
        this.friendly = state.getFriendly();
        this.day = state.getDay();
        state.getRates().forEach(rate -> classes.put(rate.getSevereClass(), new double[] {rate.getA(), rate.getB()}));
    }

    /** @param state null for a pair of which no day has closed */
    public static Hostility of(AlertPolicy policy, @Nullable BreakthroughState state) {
        return new Hostility(policy, state == null ? new BreakthroughState(0.0, 0.0, 0, List.of()) : state);
    }

    public BreakthroughState state() {
        List<SevereRate> rates = new ArrayList<>();
        classes.forEach((name, ab) -> rates.add(new SevereRate(name, ab[0], ab[1])));
        return new BreakthroughState(hostile, friendly, day, rates);
    }

    /** Brings it to {@code onDay}, before that day's stories. */
    public void moveTo(int onDay) {
        int days = onDay - day;
        if (days <= 0) {
            return;
        }
        double kept = Math.pow(decay, days);
        hostile *= kept;
        friendly *= kept;
        classes.values().forEach(ab -> {
            ab[0] *= kept;
            ab[1] = kept * ab[1] + CountBaseline.exposure(decay, days);
        });
        day = onDay;
    }

    /** Whether hostile stories outweigh friendly ones. */
    public boolean isHostile() {
        return hostile >= policy.hostileStories() && hostile > friendly;
    }

    /** Days of this pair a day of breakthroughs of {@code name}; {@code age} of the feed, for a class that never occurred. */
    public double rate(String name, int age) {
        double[] ab = classes.getOrDefault(name, new double[] {0, CountBaseline.exposure(decay, age)});
        return (policy.priorStories() + ab[0]) / (policy.priorDays() + ab[1]);
    }

    /** Learns from a day: the signs of its stories and the classes of its breakthroughs. */
    public void learn(Collection<Integer> signs, Set<String> breakthroughs, int age) {
        for (int sign : signs) {
            hostile += sign < 0 ? 1 : 0;
            friendly += sign > 0 ? 1 : 0;
        }
        for (String name : breakthroughs) {
            classes.computeIfAbsent(name, absent -> new double[] {0, CountBaseline.exposure(decay, age)})[0]++;
        }
    }
}
