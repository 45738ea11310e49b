package io.entente.clock;

import io.entente.avro.state.AheadArticle;
import io.entente.avro.state.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest event time that the articles of a partition support. An article within reach of the clock (see {@link FeedPace}) moves it. One dated
 * further ahead waits: articles ahead vote for the jump, ordinary ones against it, as in the majority vote of Boyer and Moore (1981), so that a
 * feed that has really moved on takes the clock along and a wrong date, whatever it says, leaves it where it is. It starts with the
 * {@link Consensus} of the first three articles. A function of the articles in their order; for one thread.
 */
final class SupportedWatermark {
    /** So many articles start the clock. */
    private static final int START = 3;
    /** By so many votes, of more than one outlet unless the feed has only one, it jumps. */
    private static final int MAJORITY = 5;
    /** By so many where one of several outlets is alone ahead: a single outlet's dates may all be wrong in the same way. */
    private static final int LONE_MAJORITY = 20;

    private final Duration grace;
    private final FeedPace pace;
    private final List<AheadArticle> ahead;
    private @Nullable Instant watermark;
    private @Nullable Instant newest;
    private @Nullable Instant feedStart;
    private int votes;
    private long pending;
    private @Nullable String outlet;
    private boolean severalOutlets;
    private long outliers;
    private long late;

    /**
     * @param grace how much older than the watermark an article may be to lower the feed's start, and without being late
     * @param state as {@link #state} gave it; null at the very beginning
     */
    SupportedWatermark(Duration grace, @Nullable ClockState state) {
        this.grace = grace;
        this.pace = new FeedPace(state == null ? List.of() : state.getMoves());
        this.ahead = new ArrayList<>(state == null ? List.of() : state.getAhead());
        if (state != null) {
            watermark = state.getWatermark().orElse(null);
            newest = state.getNewest().orElse(null);
            feedStart = state.getFeedStart().orElse(null);
            votes = state.getVotes();
            pending = state.getPending();
            outlet = state.getOutlet().orElse(null);
            severalOutlets = state.getSeveralOutlets();
            outliers = state.getOutliers();
            late = state.getLate();
        }
    }

    @Nullable
    Instant watermark() {
        return watermark;
    }

    /** Takes an article. */
    void accept(ArticleDate article) {
        Instant at = article.publishedAt();
        newest = newest == null || at.isAfter(newest) ? at : newest;
        if (watermark == null) {
            start(article);
        } else if (at.isBefore(watermark.minus(grace))) {
            late++; // says nothing of where the feed is now
        } else if (at.isAfter(watermark.plus(pace.reach()))) {
            voteFor(article, watermark);
        } else {
            voteAgainst();
            note(article.outlet());
            follow(at, watermark);
        }
    }

    private void start(ArticleDate article) {
        if (wait(article) && ahead.size() == START) {
            settle(null);
        }
    }

    private void voteFor(ArticleDate article, Instant from) {
        if (wait(article)) {
            votes++;
            if (isSupported()) {
                settle(from);
            }
        }
    }

    /** Keeps an article that is ahead; false if it is there already. */
    private boolean wait(ArticleDate article) {
        if (ahead.stream().anyMatch(known -> known.getId().equals(article.id()))) {
            return false;
        }
        ahead.add(new AheadArticle(article.id(), article.outlet(), article.publishedAt()));
        if (ahead.size() > MAJORITY) {
            ahead.remove(0);
        }
        pending++;
        return true;
    }

    private boolean isSupported() {
        List<String> outlets =
                ahead.stream().map(AheadArticle::getOutlet).distinct().toList();
        boolean enough =
                outlets.size() > 1 || (!severalOutlets && outlets.get(0).equals(outlet));
        return votes >= (enough ? MAJORITY : LONE_MAJORITY);
    }

    private void voteAgainst() {
        votes = Math.max(0, votes - 1);
        if (votes == 0) {
            outliers += pending;
            pending = 0;
            ahead.clear();
        }
    }

    /** Moves to where the articles ahead agree; those still further ahead go on waiting, and the others were outliers. */
    private void settle(@Nullable Instant from) {
        Consensus consensus =
                Consensus.of(ahead.stream().map(AheadArticle::getPublishedAt).toList());
        Instant before = from;
        for (Instant at : consensus.dates()) {
            if (before != null && at.isAfter(before)) {
                pace.moved(Duration.between(before, at));
            }
            before = at;
        }
        Instant last = consensus.last();
        watermark = last;
        feedStart = feedStart == null ? consensus.first() : feedStart;
        for (AheadArticle each : ahead) {
            if (each.getPublishedAt().isBefore(consensus.first())) {
                outliers++;
            } else if (!each.getPublishedAt().isAfter(last)) {
                note(each.getOutlet());
            }
        }
        ahead.removeIf(each -> !each.getPublishedAt().isAfter(last));
        votes = ahead.size();
        pending = ahead.size();
    }

    private void follow(Instant at, Instant from) {
        if (at.isAfter(from)) {
            pace.moved(Duration.between(from, at));
            watermark = at;
        } else if (feedStart != null && at.isBefore(feedStart)) {
            feedStart = at;
        }
    }

    private void note(String name) {
        if (outlet == null) {
            outlet = name;
        } else if (!outlet.equals(name)) {
            severalOutlets = true;
        }
    }

    ClockState state() {
        return new ClockState(
                watermark,
                newest,
                feedStart,
                pace.moves(),
                List.copyOf(ahead),
                votes,
                pending,
                outlet,
                severalOutlets,
                outliers,
                late);
    }
}
