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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A day of a pair as the detectors see it: closing (everything is in, and is looked at exactly) or so far. */
final class DayView {
    private final DayBook book;
    final Pair pair;
    final int day;
    final boolean closing;
    final PairDay counts;
    private final Instant latest;
    private @Nullable List<Story> stories;

    /** @param latest event time of the story that has just come; for a closing that of the latest is looked up */
    DayView(DayBook book, Pair pair, int day, @Nullable Instant latest) {
        this.book = book;
        this.pair = pair;
        this.day = day;
        this.closing = latest == null;
        this.counts = book.day(pair.name(), day);
        this.latest = latest == null ? Days.start(day) : latest;
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

    /** Event time of what came last. */
    Instant at() {
        if (!closing || stories().isEmpty()) {
            return latest;
        }
        return Instant.ofEpochMilli(stories().get(stories().size() - 1).getPublishedAt());
    }

    /** Outlet families of a direction's stories in the last {@code days} days; a sample of them while the day is open. */
    Set<String> families(int days, boolean forward, boolean conflictOnly) {
        if (closing) {
            return Stories.families(stories(days), counted(forward, conflictOnly));
        }
        Set<String> families = new TreeSet<>();
        for (int back = 0; back < days; back++) {
            DirectionDay counted = direction(forward, back);
            families.addAll(conflictOnly ? counted.getConflictFamilies() : counted.getFamilies());
        }
        return families;
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
