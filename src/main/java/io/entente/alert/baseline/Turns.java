package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.RunDay;
import io.entente.avro.state.TurnState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs of a pair's stories in order of time: a run of positive ones after a mostly hostile past is a turn. The probability of a run is that
 * of a Beta(1, 1) prior updated with the past (Pólya's urn): Π (1 + x + i) / (2 + N + i). A working copy.
 */
public final class Turns {
    private final AlertPolicy.Turn policy;
    private final double decay;
    private double stories;
    private double positive;
    private int day;
    private final List<RunDay> run;
    private @Nullable Integer lastAlert;

    private Turns(AlertPolicy policy, TurnState state) {
        this.policy = policy.turn();
        this.decay = CountBaseline.halving(policy.turn().memoryDays());
        this.stories = state.getStories();
        this.positive = state.getPositive();
        this.day = state.getDay();
        this.run = new ArrayList<>(state.getRun());
        this.lastAlert = state.getLastAlert().orElse(null);
    }

    public static Turns of(AlertPolicy policy, TurnState state) {
        return new Turns(policy, state);
    }

    static TurnState unseen() {
        return new TurnState(0.0, 0.0, 0, List.of(), null);
    }

    public TurnState state() {
        return new TurnState(Precision.kept(stories), Precision.kept(positive), day, List.copyOf(run), lastAlert);
    }

    /** Takes the next story, of sign +1 or -1, on {@code onDay}. */
    public void story(int onDay, int sign) {
        forget(onDay - policy.withinDays());
        if (sign > 0) {
            int end = run.size() - 1;
            if (end >= 0 && run.get(end).getDay() == onDay) {
                run.set(end, new RunDay(onDay, run.get(end).getStories() + 1));
            } else {
                run.add(new RunDay(onDay, 1));
            }
        } else {
            forget(Integer.MAX_VALUE);
            add(onDay, 1, 0);
        }
    }

    /** Whether the run up to {@code onDay} is a turn, and the pair has had no alert on one for long enough. */
    public boolean turned(int onDay) {
        if (lastAlert != null && onDay - lastAlert < policy.againDays()) {
            return false;
        }
        int length = run.stream().mapToInt(RunDay::getStories).sum();
        double past = Math.pow(decay, Math.max(0, onDay - day));
        double n = stories * past;
        double x = positive * past;
        return length >= policy.stories()
                && n >= policy.earlierAtLeast()
                && n <= policy.earlierAtMost()
                && x < n / 2
                && probability(length, n, x) <= policy.probability();
    }

    /** Notes that an alert on a turn has opened. */
    public void alerted(int onDay) {
        lastAlert = onDay;
    }

    static double probability(int length, double n, double x) {
        double product = 1;
        for (int i = 0; i < length; i++) {
            product *= (1 + x + i) / (2 + n + i);
        }
        return product;
    }

    /** Moves what is older than {@code from} from the run into the past. */
    private void forget(int from) {
        while (!run.isEmpty() && run.get(0).getDay() < from) {
            RunDay oldest = run.remove(0);
            add(oldest.getDay(), oldest.getStories(), oldest.getStories());
        }
    }

    private void add(int onDay, int count, int positiveCount) {
        double past = Math.pow(decay, Math.max(0, onDay - day));
        stories = stories * past + count;
        positive = positive * past + positiveCount;
        day = onDay;
    }
}
