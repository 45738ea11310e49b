package io.entente.topology;

import io.entente.alert.FeedAlerts;
import io.entente.alert.Output;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.clock.Tick;
import io.entente.topology.SightingRecords.Sighting;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** ALERT for the feed as a whole: counts the articles of all partitions. The topic that it reads is internal: what it cannot read is a fault. */
final class FeedGuardProcessor implements Processor<String, byte[], Object, Object>, Output {
    static final String STORE = "feed-state";

    private final AlertPolicy policy;
    private ProcessorContext<Object, Object> context;
    private FeedAlerts alerts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    FeedGuardProcessor(AlertPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        alerts = new FeedAlerts(policy, StoreTables.of(context, STORE));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (Tick.KEY.equals(record.key())) {
            Tick tick = TickRecords.read(record.headers());
            if (tick != null) {
                alerts.tick(tick, this);
            }
            return;
        }
        Sighting sighting = SightingRecords.read(record.headers());
        if (sighting != null) {
            alerts.article(record.key(), sighting.publishedAt(), sighting.leads(), this);
        }
    }

    @Override
    public void alert(String key, @Nullable Alert alert) {
        context.forward(
                new Record<>(RoutedKey.byPair(key), alert, context.currentSystemTimeMs()), AlertTopology.FEED_ALERTS);
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        throw new IllegalStateException("only pairs report articles");
    }
}
