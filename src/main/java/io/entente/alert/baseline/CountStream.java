package io.entente.alert.baseline;

import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.CountState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A count stream. Its baseline is loaded and brought up to date only when it is asked for; days without a story are left to be closed together
 * when that happens.
 */
public final class CountStream {
    private record Closed(int day, int stories, boolean settling, boolean open) {}

    private final AlertPolicy.Counts policy;
    private final CountState state;
    private final Deque<Closed> pending = new ArrayDeque<>(1);
    private @Nullable CountBaseline baseline;
    private int closed;
    private boolean changed;

    public CountStream(AlertPolicy.Counts policy, CountState state) {
        this.policy = policy;
        this.state = state;
        this.closed = state.getClosed();
    }

    /** The baseline when all days before {@code day} have closed. */
    public CountBaseline before(int day) {
        CountBaseline current = closePending();
        moveTo(current, day);
        return current;
    }

    /** Closes a day. */
    public void close(int day, int stories, boolean settling, boolean open) {
        if (stories > 0 || open) {
            pending.add(new Closed(day, stories, settling, open));
        }
    }

    /** Takes {@code rate} stories a day for the new normal from {@code day} on. */
    public void settle(int day, double rate) {
        before(day).settle(rate);
        changed = true;
    }

    /** Its state, with all days that had a story. */
    public CountState state() {
        if (pending.isEmpty() && !changed) {
            return state;
        }
        return closePending().state(closed);
    }

    private CountBaseline closePending() {
        CountBaseline current = baseline == null ? CountBaseline.of(policy, state) : baseline;
        baseline = current;
        while (!pending.isEmpty()) {
            Closed next = pending.remove();
            moveTo(current, next.day());
            current.close(EpochDays.weekday(next.day()), next.stories(), next.settling(), next.open());
            closed = next.day();
            changed = true;
        }
        return current;
    }

    private void moveTo(CountBaseline current, int day) {
        int empty = day - 1 - closed;
        if (empty > 0) {
            current.closeEmpty(EpochDays.weekday(closed + 1), empty);
            closed = day - 1;
        }
    }
}
