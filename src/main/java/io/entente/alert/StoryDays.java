package io.entente.alert;

import io.entente.alert.baseline.PairStates;
import io.entente.alert.day.BookedDay;
import io.entente.alert.day.DayBook;
import io.entente.alert.day.DayView;
import io.entente.alert.day.PairName;
import io.entente.avro.state.PairState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The days of which a pair has stories: which are open, which are still needed, and which must be looked at next. */
final class StoryDays {
    /** A day's stories are kept while a three-day window can reach them. */
    private static final int KEPT_DAYS = 2;

    private final DayBook book;
    private final AlertTime time;

    StoryDays(DayBook book, AlertTime time) {
        this.book = book;
        this.time = time;
    }

    DayView view(PairName pair, int day) {
        return new BookedDay(book, pair, day);
    }

    /** The days that have not closed, as far as the feed has come. */
    List<DayView> open(PairState state, PairName pair) {
        return open(state).mapToObj(day -> view(pair, day)).toList();
    }

    boolean hasOpen(PairState state) {
        return open(state).findAny().isPresent();
    }

    private IntStream open(PairState state) {
        int closed = state.getClosed().orElse(Integer.MIN_VALUE);
        return state.getDays().stream().mapToInt(Integer::intValue).filter(day -> day > closed && !time.isAhead(day));
    }

    /** Forgets what no three-day window reaches when {@code passed} has closed, and days up to it that were emptied before they closed. */
    PairState forget(String pair, PairState state, int passed) {
        List<Integer> kept = new ArrayList<>();
        int closed = state.getClosed().orElse(Integer.MIN_VALUE);
        for (int day : state.getDays()) {
            if (day > passed || (day <= closed && day > passed - KEPT_DAYS)) {
                kept.add(day);
            } else {
                book.forget(pair, day);
            }
        }
        return PairStates.withDays(state, kept);
    }

    /** The next day whose closing the pair waits for: an open day, a day of an open alert, or that on which stories may go. */
    static @Nullable Integer due(PairState state, AlertBoard desk, @Nullable Integer passed) {
        Integer closed = state.getClosed().orElse(null);
        Integer next = passed == null ? null : desk.due(passed);
        for (int day : state.getDays()) {
            int wait = closed != null && day <= closed ? day + KEPT_DAYS : day;
            next = next == null ? wait : Math.min(next, wait);
        }
        return next;
    }
}
