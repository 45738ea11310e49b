package io.entente.alert;

import io.entente.alert.baseline.PairStates;
import io.entente.alert.day.DayBook;
import io.entente.alert.day.DayView;
import io.entente.alert.day.DueDays;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.PairName;
import io.entente.alert.day.StoryChange;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.Event;
import io.entente.avro.state.PairState;
import io.entente.avro.state.TrackedAlert;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * ALERT for the pairs of one partition of {@code events}: follows that table and publishes alerts. It is a function of the events and of the
 * watermarks between them; within the grace the order of events does not matter to final alerts. One thread at a time.
 */
public final class PairAlerts {
    private static final TableSpec<PairState> PAIRS = new TableSpec<>("alert-pairs", PairState.class);
    private static final TableSpec<TrackedAlert> TRACKS = AlertRows.table("alert-tracks");
    private static final String CLOCK = "alert-clock";

    private final AlertPolicy policy;
    private final Table<TrackedAlert> tracks;
    private final Table<PairState> pairs;
    private final DayBook book;
    private final StoryDays days;
    private final DueDays due;
    private final LeadingArticles articles;
    private final Withdrawals withdrawals;
    private final PairClosing closing;
    private final AlertTime time;

    /** ALERT under {@code policy} on the state in {@code tables}. */
    public PairAlerts(AlertPolicy policy, Tables tables) {
        this.policy = policy;
        this.tracks = tables.table(TRACKS);
        this.pairs = tables.table(PAIRS);
        this.book = new DayBook(policy, tables);
        this.due = new DueDays(tables);
        this.articles = new LeadingArticles(tables);
        this.withdrawals = new Withdrawals(tables, "alert-withdrawals");
        this.closing = new PairClosing(policy);
        this.time = AlertTime.over(policy, tables, CLOCK);
        this.days = new StoryDays(book, time);
    }

    /** The tables that it needs. */
    public static List<TableSpec<?>> tables() {
        List<TableSpec<?>> all = new ArrayList<>(DayBook.tables());
        all.add(PAIRS);
        all.add(TRACKS);
        all.add(DueDays.TABLE);
        all.add(LeadingArticles.TABLE);
        all.add(AlertTime.table(CLOCK));
        return List.copyOf(all);
    }

    /** Whether {@code key} can be an event's. */
    public static boolean isKey(String key) {
        return key.indexOf('|') > 0;
    }

    /**
     * Says whether events are being read from the compacted topic's past, after a reset: as long as this is on, days close
     * {@code closing.rebuildHours} behind the watermark, since an event stands there at its last version, up to so much later than its first.
     * Off at the start. The caller knows where the topic ended when it started to read.
     */
    public void rebuilding(boolean on) {
        time.rebuilding(on);
    }

    /**
     * Takes a version of an event. Where a watermark is known, its pair is looked at with the next {@link #advance}: an article's first
     * statement may lead an event that its next one joins to another.
     *
     * @param key {@code CHN-RUS|<event id>}: see {@link #isKey}
     * @param event null where it has been removed
     * @param watermark the partition's watermark; null if none is known
     * @param feedStart event time of the feed's first article; null if unknown
     */
    public void event(
            String key, @Nullable Event event, @Nullable Instant watermark, @Nullable Instant feedStart, Output out) {
        String pair = PairName.ofKey(key);
        closeUpTo(event == null ? watermark : effective(watermark, event), feedStart, out);
        Integer known = book.dayOf(key);
        if (event == null) {
            removed(key, pair, known, out);
        } else if (time.isClosed(EpochDays.of(event.getPublishedAt()))
                || time.lateAt(event.getPublishedAt(), event.getFirstWatermark().orElse(null))) {
            late(key, pair, event, known, out);
        } else {
            told(key, pair, event, out);
        }
        if (watermark == null && !time.isRebuilding()) {
            lookAtChanged(out);
        }
    }

    /** Compaction takes the ticks out of the past: there the events themselves say how far it had gone. */
    private @Nullable Instant effective(@Nullable Instant watermark, Event event) {
        Instant own = event.getWatermark().orElse(null);
        boolean further = time.isRebuilding() && own != null && (watermark == null || own.isAfter(watermark));
        return further ? own : watermark;
    }

    private void told(String key, String pair, Event event, Output out) {
        int day = EpochDays.of(event.getPublishedAt());
        time.begin(day);
        StoryChange change = book.put(key, event);
        if (change != StoryChange.NONE) {
            articles.changed(change, event.getArticleId(), event.getPublishedAt(), out);
            changed(pair, day, change);
        }
    }

    private void removed(String key, String pair, @Nullable Integer day, Output out) {
        AlertEvidence gone = book.evidence(pair, key.substring(pair.length() + 1));
        if (day == null || gone == null || time.isClosed(day)) {
            refresh(key, pair, null, out);
            return;
        }
        StoryChange change = book.remove(key);
        articles.changed(change, gone.getArticleId(), gone.getPublishedAt(), out);
        changed(pair, day, change);
    }

    private void late(String key, String pair, Event event, @Nullable Integer known, Output out) {
        boolean first = event.getWatermark().equals(event.getFirstWatermark());
        if (known == null
                && first
                && time.lateAt(event.getPublishedAt(), event.getFirstWatermark().orElse(null))) {
            time.countLate();
        }
        refresh(key, pair, event, out);
    }

    private void refresh(String key, String pair, @Nullable Event event, Output out) {
        book.refresh(key, event);
        PairState state = pairs.get(pair);
        if (state != null && !state.getAlerts().isEmpty()) {
            String eventId = key.substring(pair.length() + 1);
            desk(PairName.of(pair), state)
                    .refresh(eventId, event == null ? null : Evidence.of(event), publisher(pair, out));
        }
    }

    /**
     * Takes a tick: closes days, and looks at the pairs of which something has come since the last one.
     *
     * @param watermark the partition's watermark; null if none is known
     * @param feedStart event time of the feed's first article; null if unknown
     */
    public void advance(@Nullable Instant watermark, @Nullable Instant feedStart, Output out) {
        closeUpTo(watermark, feedStart, out);
        lookAtChanged(out);
    }

    private void closeUpTo(@Nullable Instant watermark, @Nullable Instant feedStart, Output out) {
        if (!time.advance(watermark, feedStart)) {
            return;
        }
        Integer closed = time.closed();
        if (closed != null) {
            due.reached(day -> !time.isAhead(day));
            due.upTo(closed).forEach(pair -> closeDays(pair, closed, out));
            articles.forget(closed);
            withdrawals.expire(closed, out);
        }
    }

    /** Events that came after their day had closed, so far. */
    public long late() {
        return time.late();
    }

    /** Provisional alerts that closing did not confirm, so far. */
    public long withdrawn() {
        return time.withdrawn();
    }

    /** Notes that something has changed on an open day of a pair. */
    private void changed(String pair, int day, StoryChange change) {
        if (change == StoryChange.BEGUN) {
            await(pair, day);
        }
        due.change(pair);
    }

    /** Sees to it that a day with a story is closed. */
    private void await(String pair, int day) {
        PairState state = pairs.get(pair);
        PairState before = state == null ? PairStates.blank() : state;
        if (!before.getDays().contains(day)) {
            Integer waits = before.getDue().orElse(null);
            Integer next = waits == null ? day : Math.min(waits, day);
            pairs.put(pair, PairStates.with(PairStates.withDay(before, day), next, before.getAlerts()));
            due.move(pair, waits, next);
        }
    }

    private void lookAtChanged(Output out) {
        for (String pair : due.changed()) {
            due.looked(pair);
            PairState state = pairs.get(pair);
            if (state != null) {
                state.getDays().stream().filter(time::isAhead).forEach(day -> due.ahead(day, pair));
                AlertBoard desk = desk(PairName.of(pair), state);
                attempt(state, desk);
                time.countWithdrawn(desk.publish(time.closed(), publisher(pair, out)));
                if (!desk.slots().equals(state.getAlerts())) {
                    save(pair, state, state, desk);
                }
            }
        }
    }

    private void closeDays(String pair, int closed, Output out) {
        PairState before = pairs.get(pair);
        if (before == null) {
            return;
        }
        PairState state = before;
        AlertBoard desk = desk(PairName.of(pair), state);
        Integer day = before.getDue().orElse(null);
        while (day != null && day <= closed) {
            if (desk.isBusy() || (state.getDays().contains(day) && !time.isBeforeFeed(day))) {
                DayView view = days.view(desk.pair(), day);
                if (desk.isBusy() || !view.isEmpty()) {
                    state = closing.close(state, view, time.feedStart(day), desk);
                }
            }
            state = days.forget(pair, state, day);
            int passed = day;
            day = StoryDays.due(state, desk, passed);
            if (day != null && day <= closed) {
                time.countWithdrawn(desk.publish(passed, publisher(pair, out)));
            }
        }
        if (days.hasOpen(state)) {
            desk = desk(PairName.of(pair), PairStates.with(state, null, desk.slots()));
            attempt(state, desk);
        }
        time.countWithdrawn(desk.publish(closed, publisher(pair, out)));
        save(pair, before, state, desk);
    }

    private void attempt(PairState state, AlertBoard desk) {
        List<DayView> open = days.open(state, desk.pair());
        if (!open.isEmpty()) {
            closing.attempt(state, open, time.feedStart(open.get(0).day), desk);
        }
    }

    private void save(String pair, PairState before, PairState state, AlertBoard desk) {
        Integer next = StoryDays.due(state, desk, time.closed());
        PairState saved = PairStates.with(state, next, desk.slots());
        due.move(pair, before.getDue().orElse(null), next);
        pairs.put(pair, saved);
    }

    private AlertBoard desk(PairName pair, PairState state) {
        return new AlertBoard(
                policy, pair, tracks, state.getAlerts(), state.getEpisode().orElse(null), state.getEpisodeDay());
    }

    private Consumer<Alert> publisher(String pair, Output out) {
        return alert -> {
            String key = pair + '|' + alert.getId();
            withdrawals.published(key, alert);
            out.alert(key, alert);
        };
    }
}
