package io.entente.alert.day;

import io.entente.avro.AlertEvidence;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.StoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A day of a pair as the detectors see it. */
public abstract class DayView {
    public final PairName pair;
    public final int day;
    public final PairDay counts;

    public DayView(PairName pair, int day, PairDay counts) {
        this.pair = pair;
        this.day = day;
        this.counts = counts;
    }

    public boolean isEmpty() {
        return counts.getForward().getStories() + counts.getBackward().getStories() == 0;
    }

    public DirectionDay direction(boolean forward) {
        return direction(forward, 0);
    }

    public DirectionDay direction(boolean forward, int back) {
        PairDay then = back == 0 ? counts : before(back);
        return forward ? then.getForward() : then.getBackward();
    }

    /** The counts {@code back} days before. */
    protected abstract PairDay before(int back);

    /** Event time of the day's latest story; the day's start if it has none. */
    public abstract Instant at();

    /** The signs of the day's stories, +1, 0 or -1, in order of publication. */
    public abstract List<Integer> signs();

    /** Whether that side threatens or does a hostile deed on the day. */
    public abstract boolean deed(boolean forward);

    /** Outlet families of the events of the last {@code days} days that match. */
    public abstract Set<String> families(int days, Predicate<StoryEvent> which);

    /** The strongest of these events. */
    public abstract Supplier<List<AlertEvidence>> evidence(int days, Predicate<StoryEvent> which);

    /** Whether an event is, or is answered by the same story to be, a contact. */
    public abstract Predicate<StoryEvent> contacts();

    /** What is shown of an event; null if it is not kept. */
    public abstract @Nullable AlertEvidence evidence(String eventId);

    public static Predicate<StoryEvent> counted(boolean forward, boolean conflictOnly) {
        return event -> Stories.isOf(event, forward) && (!conflictOnly || Stories.isConflict(event));
    }
}
