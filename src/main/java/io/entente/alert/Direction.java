package io.entente.alert;

import io.entente.avro.state.CountState;
import io.entente.avro.state.DirectionState;
import java.util.List;

/** The baselines of one direction of a pair, as a working copy. */
final class Direction {
    final boolean forward;
    final CountStream volume;
    final CountStream conflict;
    final ToneBaseline tone;
    final SevereRates rates;
    private int closed;

    Direction(AlertPolicy policy, boolean forward, DirectionState state, int closed) {
        this.forward = forward;
        this.closed = closed;
        this.volume = new CountStream(policy.counts(), state.getVolume(), closed);
        this.conflict = new CountStream(policy.counts(), state.getConflict(), closed);
        this.tone = ToneBaseline.of(policy.counts(), state.getTone());
        this.rates = SevereRates.of(policy, state.getSevere());
    }

    /** The state of a direction without a story in the first {@code days} days of the feed. */
    static DirectionState unseen(AlertPolicy policy, int days) {
        CountState counts = CountBaseline.unseen(policy.counts(), days);
        return new DirectionState(counts, counts, ToneBaseline.unseen(), List.of());
    }

    /** Closes the days without a story before {@code day}; the count streams do so for themselves. */
    void moveTo(int day) {
        int empty = day - 1 - closed;
        if (empty > 0) {
            tone.closeEmpty(empty);
            rates.closeEmpty(empty);
        }
        closed = day;
    }

    DirectionState after(int day) {
        return new DirectionState(volume.after(day), conflict.after(day), tone.state(), rates.state());
    }
}
