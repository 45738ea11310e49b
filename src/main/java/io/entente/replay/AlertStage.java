package io.entente.replay;

import io.entente.alert.FeedAlerts;
import io.entente.alert.Output;
import io.entente.alert.PairAlerts;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.clock.FeedClock;
import io.entente.clock.Tick;
import io.entente.relation.Relate;
import io.entente.store.MemoryTables;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** ALERT after RELATE: watches the events that pass on to the sink. */
final class AlertStage implements Relate.Output, Output {
    private final FeedClock clock;
    private final ReplaySink sink;
    private final PairAlerts pairs;
    private final FeedAlerts feed;

    /** @param clock RELATE's: it goes on with its ticks, so ALERT's says the same */
    AlertStage(AlertPolicy policy, FeedClock clock, ReplaySink sink) {
        this.clock = clock;
        this.sink = sink;
        this.pairs = new PairAlerts(policy, new MemoryTables());
        this.feed = new FeedAlerts(policy, new MemoryTables());
    }

    @Override
    public void event(String key, @Nullable Event event) {
        sink.event(key, event);
        pairs.event(key, event, clock.watermark(), clock.feedStart(), this);
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        sink.hourly(key, window);
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        sink.daily(key, window);
    }

    /** The clock has moved. */
    void advance() {
        pairs.advance(clock.watermark(), clock.feedStart(), this);
        feed.tick(new Tick(0, 1, clock.watermark(), clock.feedStart(), false), this);
    }

    @Override
    public void alert(String key, @Nullable Alert alert) {
        sink.alert(key, alert);
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        feed.article(articleId, publishedAt, leads, this);
    }
}
