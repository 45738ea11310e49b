package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.clock.Tick;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs ALERT over the last versions of events of the past, in memory. */
public final class AlertRebuild {
    private final PairAlerts pairs;
    private final FeedAlerts feed;
    private final Output output;
    private @Nullable Instant feedStart;
    private @Nullable Instant watermark;

    /** @param alerts receives every version of every alert, as {@link Output#alert} does */
    public AlertRebuild(AlertPolicy policy, AlertSink alerts) {
        this.pairs = new PairAlerts(policy, new MemoryTables());
        this.feed = new FeedAlerts(policy, new MemoryTables());
        this.output = new Output() {
            @Override
            public void alert(String key, @Nullable Alert alert) {
                alerts.alert(key, alert);
            }

            @Override
            public void article(String articleId, Instant publishedAt, boolean leads) {
                feed.article(articleId, publishedAt, leads, this);
            }
        };
    }

    /** Where alerts go. */
    @FunctionalInterface
    public interface AlertSink {
        /** As {@link Output#alert}. */
        void alert(String key, @Nullable Alert alert);
    }

    /** Takes the next event, in order of event time. */
    public void take(Event event) {
        Instant at = event.getPublishedAt();
        if (feedStart == null) {
            feedStart = at;
        }
        if (watermark == null || EpochDays.of(at) > EpochDays.of(watermark)) {
            advance(at);
        }
        pairs.event(event.getPair() + '|' + event.getId(), event, watermark, feedStart, output);
    }

    /** Closes the days that are still open. */
    public void end() {
        if (watermark != null) {
            advance(watermark.plus(Duration.ofDays(2)));
        }
    }

    private void advance(Instant to) {
        watermark = to;
        pairs.advance(to, feedStart, output);
        feed.tick(new Tick(0, 1, to, feedStart, false), output);
    }
}
