package io.entente.alert.baseline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.CountState;
import io.entente.avro.state.DirectionState;
import java.util.List;

/** The baselines of one direction of a pair, as a working copy. */
public final class Direction {
    public final boolean forward;
    public final CountStream volume;
    public final CountStream conflict;
    public final ToneBaseline tone;
    public final SevereRates rates;
    private int closed;

    public Direction(AlertPolicy policy, boolean forward, DirectionState state, int closed) {
        this.forward = forward;
        this.closed = closed;
        this.volume = new CountStream(policy.counts(), state.getVolume());
        this.conflict = new CountStream(policy.counts(), state.getConflict());
        this.tone = ToneBaseline.of(policy.counts(), state.getTone());
        this.rates = SevereRates.of(policy, state.getSevere());
    }

    /** The state of a direction without a story in the first {@code days} days of the feed, of which {@code closed} is the last. */
    public static DirectionState unseen(AlertPolicy policy, int days, int closed) {
        CountState counts = CountBaseline.unseen(policy.counts(), days, closed);
        return new DirectionState(counts, counts, ToneBaseline.unseen(), List.of());
    }

    /** Closes the days without a story before {@code day}; the count streams do so for themselves. */
    public void moveTo(int day) {
        int empty = day - 1 - closed;
        if (empty > 0) {
            tone.closeEmpty(empty);
            rates.closeEmpty(empty);
        }
        closed = day;
    }

    public DirectionState state() {
        return new DirectionState(volume.state(), conflict.state(), tone.state(), rates.state());
    }
}
