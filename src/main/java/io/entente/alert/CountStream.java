package io.entente.alert;

import io.entente.avro.state.CountState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A count stream and the day up to which it is closed. Its baseline is loaded and brought up to date only when it is asked for. */
final class CountStream {
    private record Closed(int day, int stories, boolean settling, boolean open) {}

    private final AlertPolicy.Counts policy;
    private final CountState state;
    private final Deque<Closed> pending = new ArrayDeque<>();
    private @Nullable CountBaseline baseline;
    private int closed;

    CountStream(AlertPolicy.Counts policy, CountState state, int closed) {
        this.policy = policy;
        this.state = state;
        this.closed = closed;
    }

    /** The baseline when all days before {@code day} have closed. */
    CountBaseline before(int day) {
        CountBaseline current = baseline == null ? CountBaseline.of(policy, state) : baseline;
        baseline = current;
        while (!pending.isEmpty()) {
            Closed next = pending.remove();
            moveTo(current, next.day());
            current.close(Days.weekday(next.day()), next.stories(), next.settling(), next.open());
            closed = next.day();
        }
        moveTo(current, day);
        return current;
    }

    /** Closes a day, as {@link CountBaseline#close} says. */
    void close(int day, int stories, boolean settling, boolean open) {
        pending.add(new Closed(day, stories, settling, open));
    }

    /** The state when {@code day} has closed. */
    CountState after(int day) {
        return before(day + 1).state();
    }

    private void moveTo(CountBaseline current, int day) {
        int empty = day - 1 - closed;
        if (empty > 0) {
            current.closeEmpty(Days.weekday(closed + 1), empty);
            closed = day - 1;
        }
    }
}
