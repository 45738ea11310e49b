package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.BreakthroughState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How hostile a pair has been over the years, and how usual breakthroughs of each class are in it. A working copy. */
public final class Hostility {
    private final AlertPolicy.Breakthrough policy;
    private final double decay;
    private final ClassRates breakthroughs;
    private double hostile;
    private double friendly;
    private int day;

    private Hostility(AlertPolicy policy, BreakthroughState state) {
        this.policy = policy.breakthrough();
        this.decay = CountBaseline.halving(policy.breakthrough().memoryDays());
        this.hostile = state.getHostile();
        this.friendly = state.getFriendly();
        this.day = state.getDay();
        this.breakthroughs = new ClassRates(
                this.policy.priorStories(), this.policy.priorDays(), this.policy.memoryDays(), state.getRates());
    }

    /** @param state null for a pair of which no day has closed */
    public static Hostility of(AlertPolicy policy, @Nullable BreakthroughState state) {
        return new Hostility(policy, state == null ? new BreakthroughState(0.0, 0.0, 0, List.of()) : state);
    }

    public BreakthroughState state() {
        return new BreakthroughState(Precision.kept(hostile), Precision.kept(friendly), day, breakthroughs.state());
    }

    /** Moves on to {@code onDay}, before that day's stories. */
    public void moveTo(int onDay) {
        int days = onDay - day;
        if (days <= 0) {
            return;
        }
        double kept = Math.pow(decay, days);
        hostile *= kept;
        friendly *= kept;
        breakthroughs.pass(days);
        day = onDay;
    }

    /** Whether hostile stories outweigh friendly ones. */
    public boolean isHostile() {
        return hostile >= policy.hostileStories() && hostile > friendly;
    }

    /** Whether the pair's stories of a sign weigh so much: what the feed has hardly shown of a pair says little about it. */
    public boolean outweighs(double stories) {
        return hostile + friendly >= stories;
    }

    /** Breakthroughs a day of the class {@code name}; {@code age} is that of the feed, for a class that never occurred. */
    public double rate(String name, int age) {
        return breakthroughs.rate(name, age);
    }

    /** Learns from a day: the signs of its stories and the classes of its breakthroughs. */
    public void learn(Collection<Integer> signs, Set<String> classes, int age) {
        for (int sign : signs) {
            hostile += sign < 0 ? 1 : 0;
            friendly += sign > 0 ? 1 : 0;
        }
        classes.forEach(name -> breakthroughs.count(name, age));
    }
}
