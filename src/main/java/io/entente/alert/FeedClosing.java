package io.entente.alert;

import io.entente.alert.baseline.CountBaseline;
import io.entente.alert.baseline.CountStream;
import io.entente.alert.baseline.Expectation;
import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.CountState;
import io.entente.avro.state.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closes the days of the whole feed: too many articles, or too few. */
final class FeedClosing {
    static final Slot SURGE = new Slot(AlertKind.FEED_SURGE, Slot.Side.PAIR);
    static final Slot DROP = new Slot(AlertKind.FEED_DROP, Slot.Side.PAIR);

    /** A day that has not closed, with its articles so far. */
    record OpenDay(int day, int articles) {}

    private final AlertPolicy policy;

    FeedClosing(AlertPolicy policy) {
        this.policy = policy;
    }

    /** Closes a day of the feed at age {@code age}. */
    FeedState close(FeedState state, int day, int articles, int age, AlertBoard desk) {
        CountStream stream = stream(state, day);
        if (age >= policy.warmUpDays()) {
            surge(stream, day, articles, EpochDays.end(day), desk);
            drop(stream, day, articles, desk);
        }
        resolve(stream, day, articles, desk);
        stream.close(day, articles, age < policy.warmUpDays(), !desk.open().isEmpty());
        desk.settle(day);
        return new FeedState(day, stream.state(), desk.slots(), desk.episode(), desk.episodeDay());
    }

    /** Closes open days on trial: only a surge can show before a day is complete. */
    void attempt(FeedState state, List<OpenDay> open, int feedStart, AlertBoard desk, Instant at) {
        if (open.isEmpty()) {
            return;
        }
        CountStream stream = stream(state, open.get(0).day());
        for (OpenDay each : open) {
            boolean settling = each.day() - feedStart < policy.warmUpDays();
            if (!settling) {
                surge(stream, each.day(), each.articles(), at, desk);
            }
            stream.close(each.day(), each.articles(), settling, !desk.open().isEmpty());
        }
    }

    private CountStream stream(FeedState state, int day) {
        CountState articles = state.getArticles().orElseGet(() -> CountBaseline.unseen(policy.counts(), 0, day - 1));
        return new CountStream(policy.counts(), articles);
    }

    private void surge(CountStream stream, int day, int articles, Instant at, AlertBoard desk) {
        if (articles == 0) {
            return;
        }
        Finding.Count count = CountDetector.count(
                policy,
                stream.before(day),
                EpochDays.weekday(day),
                articles,
                policy.counts().volumeStories());
        report(SURGE, count, day, at, desk);
    }

    private void drop(CountStream stream, int day, int articles, AlertBoard desk) {
        Expectation expected = stream.before(day).day(EpochDays.weekday(day));
        if (expected.mean() >= policy.feed().dropExpected()) {
            double p = expected.atMost(articles);
            report(DROP, new Finding.Count(1, articles, expected, p, expected.mean()), day, EpochDays.end(day), desk);
        }
    }

    private void report(Slot slot, Finding.@Nullable Count count, int day, Instant at, AlertBoard desk) {
        Severity severity = count == null ? null : policy.counts().severity(count.p());
        if (count != null && severity != null) {
            desk.report(
                    Finding.ofCount(slot, new Finding.Level(severity, false, false), count, List.of(), List::of),
                    day,
                    at);
        }
    }

    private void resolve(CountStream stream, int day, int articles, AlertBoard desk) {
        for (Map.Entry<Slot, AlertDraft> entry : desk.open().entrySet()) {
            AlertDraft track = entry.getValue();
            CountBaseline baseline = stream.before(day);
            Resolution.count(
                    policy, track, baseline, day, articles, entry.getKey().equals(DROP));
            if (track.age(day) >= policy.newNormalDays()) {
                stream.settle(day, track.count().mean());
                desk.end(entry.getKey(), day, Resolution.NEW_NORMAL);
            } else if (track.count().isCalm()) {
                desk.end(entry.getKey(), day, Resolution.CALM);
            }
        }
    }
}
