package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.alert.day.PairName;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.FeedState;
import io.entente.avro.state.Marker;
import io.entente.avro.state.PartitionTime;
import io.entente.avro.state.TrackedAlert;
import io.entente.clock.FeedClock;
import io.entente.clock.Tick;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guard over the whole feed: FEED_SURGE and FEED_DROP say that the feed has changed, not the world. It counts the distinct articles that lead
 * an event, as the {@link PairAlerts} of all partitions report them, and follows the smallest of their watermarks, so that it counts the same
 * whatever the number of partitions. One thread at a time.
 */
public final class FeedAlerts {
    private static final TableSpec<Marker> ARTICLES = new TableSpec<>("feed-articles", Marker.class);
    private static final TableSpec<Marker> COUNTS = new TableSpec<>("feed-days", Marker.class);
    private static final TableSpec<FeedState> STATE = new TableSpec<>("feed-state", FeedState.class);
    private static final TableSpec<TrackedAlert> TRACKS = AlertRows.table("feed-tracks");
    private static final TableSpec<PartitionTime> PARTITIONS = FeedClock.table("feed-times");
    private static final String CLOCK = "feed-clock";
    private static final String ROW = "feed";
    private static final PairName FEED = PairName.of(PairName.FEED);

    private final AlertPolicy policy;
    private final Table<Marker> articles;
    private final Table<Marker> counts;
    private final Table<FeedState> states;
    private final Table<TrackedAlert> tracks;
    private final FeedClock partitions;
    private final FeedClosing closing;
    private final Withdrawals withdrawals;
    private final AlertTime time;

    /** The guard under {@code policy} on the state in {@code tables}. */
    public FeedAlerts(AlertPolicy policy, Tables tables) {
        this.policy = policy;
        this.articles = tables.table(ARTICLES);
        this.counts = tables.table(COUNTS);
        this.states = tables.table(STATE);
        this.tracks = tables.table(TRACKS);
        this.partitions = new FeedClock(tables, PARTITIONS);
        this.closing = new FeedClosing(policy);
        this.withdrawals = new Withdrawals(tables, "feed-withdrawals");
        this.time = AlertTime.over(policy, tables, CLOCK);
    }

    /** As {@link PairAlerts#rebuilding}. */
    public void rebuilding(boolean on) {
        time.rebuilding(on);
    }

    /** Takes what {@link Output#article} of a partition said; the partition's ticks come after it. */
    public void article(String articleId, Instant publishedAt, boolean leads, Output out) {
        int day = EpochDays.of(publishedAt);
        if (time.isClosed(day)) {
            return;
        }
        time.begin(day);
        int before = add(articles, EpochDays.key(day) + '|' + Ids.article(articleId), leads ? 1 : -1);
        if (leads ? before == 0 : before == 1) {
            add(counts, EpochDays.key(day), leads ? 1 : -1);
            if (!time.isAhead(day)) {
                finish(state(), publishedAt, out);
            }
        }
    }

    /** Takes a tick of one partition of {@code events}; days close by the smallest watermark once every partition has ticked. */
    public void tick(Tick tick, Output out) {
        // Whether articles come or not, every partition must be heard.
        Tick heard = new Tick(tick.partition(), tick.partitions(), tick.watermark(), tick.feedStart(), false);
        if (!partitions.accept(heard, Instant.EPOCH) || !time.advance(partitions.watermark(), partitions.feedStart())) {
            return;
        }
        Integer through = time.closed();
        if (through == null) {
            return;
        }
        FeedState state = state();
        AlertBoard desk = desk(state);
        Integer closed = state.getClosed().orElse(null);
        int day = closed == null ? firstDay(through) : closed + 1;
        for (; day <= through; day++) {
            state = closing.close(state, day, count(day), day - time.feedStart(day), desk);
            if (day < through) {
                publish(desk, day, out);
            }
        }
        forget(through);
        finish(state, EpochDays.end(through), out);
        withdrawals.expire(through, out);
    }

    private int firstDay(int through) {
        int[] first = {time.feedStart(through)};
        counts.scan("", EpochDays.key(through), (key, count) -> {
            int day = EpochDays.ofKey(key);
            first[0] = time.isBeforeFeed(day) ? first[0] : Math.min(first[0], day);
        });
        return first[0];
    }

    /** Evaluates the open days on trial and publishes. */
    private void finish(FeedState state, Instant at, Output out) {
        AlertBoard desk = desk(state);
        Integer closed = state.getClosed().orElse(null);
        List<FeedClosing.OpenDay> open = new ArrayList<>();
        counts.scan("", "~", (key, count) -> {
            int day = EpochDays.ofKey(key);
            if ((closed == null || day > closed) && !time.isAhead(day)) {
                open.add(new FeedClosing.OpenDay(day, count.getCount()));
            }
        });
        closing.attempt(state, open, time.feedStart(EpochDays.of(at)), desk, at);
        publish(desk, time.closed(), out);
        FeedState saved = new FeedState(
                closed,
                state.getArticles().orElse(null),
                desk.slots(),
                state.getEpisode().orElse(null),
                state.getEpisodeDay());
        if (!saved.equals(states.get(ROW))) {
            states.put(ROW, saved);
        }
    }

    private void publish(AlertBoard desk, @Nullable Integer closed, Output out) {
        time.countWithdrawn(desk.publish(closed, alert -> {
            String key = PairName.FEED + '|' + alert.getId();
            withdrawals.published(key, alert);
            out.alert(key, alert);
        }));
    }

    private void forget(int closed) {
        for (Table<Marker> table : List.of(articles, counts)) {
            List<String> keys = new ArrayList<>();
            table.scan("", EpochDays.key(closed + 1), (key, marker) -> keys.add(key));
            keys.forEach(table::delete);
        }
    }

    private int count(int day) {
        Marker marker = counts.get(EpochDays.key(day));
        return marker == null ? 0 : marker.getCount();
    }

    private FeedState state() {
        FeedState state = states.get(ROW);
        return state == null ? new FeedState(null, null, List.of(), null, 0) : state;
    }

    private AlertBoard desk(FeedState state) {
        return new AlertBoard(
                policy, FEED, tracks, state.getAlerts(), state.getEpisode().orElse(null), state.getEpisodeDay());
    }

    /** Adds to a row and gives what it was. */
    private static int add(Table<Marker> table, String key, int change) {
        Marker row = table.get(key);
        int before = row == null ? 0 : row.getCount();
        if (before + change <= 0) {
            table.delete(key);
        } else {
            table.put(key, new Marker(before + change));
        }
        return before;
    }
}
