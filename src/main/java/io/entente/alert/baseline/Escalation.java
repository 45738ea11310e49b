package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.EscalationState;
import io.entente.avro.state.RunDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threats and hostile deeds of a pair over some weeks, against how usual they were before these weeks. A crisis that grows by one threat
 * and one expulsion at a time never fills a day. A working copy.
 */
public final class Escalation {
    private final AlertPolicy.Escalation policy;
    private final AlertPolicy.Counts counts;
    private final double decay;
    private final List<RunDay> window;
    private double a;
    private double b;
    private int day;
    private @Nullable Integer forward;
    private @Nullable Integer backward;

    private Escalation(AlertPolicy policy, EscalationState state) {
        this.policy = policy.escalation();
        this.counts = policy.counts();
        this.decay = CountBaseline.halving(policy.escalation().memoryDays());
        this.a = state.getA();
        this.b = state.getB();
        this.day = state.getDay();
        this.window = new ArrayList<>(state.getWindow());
        this.forward = state.getForward().orElse(null);
        this.backward = state.getBackward().orElse(null);
    }

    /**
     * @param state null for a pair without a threat or hostile deed so far
     * @param feedStart first day of the feed
     */
    public static Escalation of(AlertPolicy policy, @Nullable EscalationState state, int feedStart) {
        return new Escalation(
                policy, state == null ? new EscalationState(0.0, 0.0, feedStart, List.of(), null, null) : state);
    }

    public EscalationState state() {
        return new EscalationState(Precision.kept(a), Precision.kept(b), day, List.copyOf(window), forward, backward);
    }

    /** Takes the threats and deeds of a day, later than those before. */
    public void add(int onDay, int stories) {
        if (stories > 0) {
            window.add(new RunDay(onDay, stories));
        }
        int first = onDay - policy.windowDays() + 1;
        while (!window.isEmpty() && window.get(0).getDay() < first) {
            RunDay oldest = window.remove(0);
            moveTo(oldest.getDay());
            a += oldest.getStories();
        }
        moveTo(first);
    }

    /** Notes which sides did one on a day, not earlier than those before. */
    public void by(int onDay, boolean first, boolean second) {
        forward = first ? Integer.valueOf(onDay) : forward;
        backward = second ? Integer.valueOf(onDay) : backward;
    }

    /** Whether one side's last deed has been answered by the other within the days allowed, where such deeds were rare before. */
    public boolean answered() {
        return forward != null
                && backward != null
                && Math.abs(forward - backward) <= policy.answerDays()
                && expected().mean() <= policy.answerExpectedAtMost();
    }

    private void moveTo(int to) {
        int days = to - day;
        if (days > 0) {
            double kept = Math.pow(decay, days);
            a *= kept;
            b = kept * b + CountBaseline.exposure(decay, days);
            day = to;
        }
    }

    /** Stories of the window. */
    public int stories() {
        return window.stream().mapToInt(RunDay::getStories).sum();
    }

    /** Days from the first to the last day of the window that had some. */
    public int span() {
        return window.isEmpty()
                ? 0
                : window.get(window.size() - 1).getDay() - window.get(0).getDay() + 1;
    }

    /** Days of the window that had some. */
    public int days() {
        return window.size();
    }

    /** What the time before leads one to expect of the window: overdispersed from day to day, and uncertain. */
    public Expectation expected() {
        double shape = counts.priorStories() + a;
        double mean = shape / (counts.priorDays() + b) * policy.windowDays();
        return new Expectation(mean, 1 / (counts.priorDispersion() / policy.windowDays() + 1 / shape));
    }
}
