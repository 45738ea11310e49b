package io.entente.alert;

import io.entente.avro.AlertEvidence;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.Story;
import io.entente.avro.state.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A day of a pair as the detectors see it. What they need of its stories is read when they ask for it. */
final class DayView {
    private final DayBook book;
    final Pair pair;
    final int day;
    final PairDay counts;
    private @Nullable List<Story> stories;

    DayView(DayBook book, Pair pair, int day) {
        this.book = book;
        this.pair = pair;
        this.day = day;
        this.counts = book.day(pair.name(), day);
    }

    DirectionDay direction(boolean forward) {
        return forward ? counts.getForward() : counts.getBackward();
    }

    DirectionDay direction(boolean forward, int back) {
        if (back == 0) {
            return direction(forward);
        }
        PairDay earlier = book.day(pair.name(), day - back);
        return forward ? earlier.getForward() : earlier.getBackward();
    }

    /** The stories of the day, in order of publication. */
    List<Story> stories() {
        List<Story> found = stories;
        if (found == null) {
            found = book.stories(pair.name(), day);
            stories = found;
        }
        return found;
    }

    /** The stories of the last {@code days} days. */
    List<Story> stories(int days) {
        List<Story> all = new ArrayList<>();
        for (int back = days - 1; back > 0; back--) {
            all.addAll(book.stories(pair.name(), day - back));
        }
        all.addAll(stories());
        return all;
    }

    /** Event time of the day's latest story; the day's start if it has none. */
    Instant at() {
        return stories().isEmpty()
                ? Days.start(day)
                : Instant.ofEpochMilli(stories().get(stories().size() - 1).getPublishedAt());
    }

    /** Outlet families of a direction's stories in the last {@code days} days. */
    Set<String> families(int days, boolean forward, boolean conflictOnly) {
        return Stories.families(stories(days), counted(forward, conflictOnly));
    }

    Supplier<List<AlertEvidence>> evidence(int days, Predicate<StoryEvent> which) {
        return () -> Evidence.strongest(book, pair.name(), stories(days), which);
    }

    static Predicate<StoryEvent> counted(boolean forward, boolean conflictOnly) {
        return event -> event.getForward() == forward && (!conflictOnly || Stories.isConflict(event));
    }

    DayBook book() {
        return book;
    }
}
