package io.entente.topology;

import io.entente.alert.Output;
import io.entente.alert.PairAlerts;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.state.PartitionTime;
import io.entente.clock.FeedClock;
import io.entente.clock.Tick;
import io.entente.ops.Reason;
import io.entente.ops.RefusedRecord;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import io.entente.topology.SightingRecords.Sighting;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** ALERT for pairs: events become alerts; ticks close days and are passed on to the feed's alerts. */
final class AlertProcessor implements Processor<String, Event, Object, Object>, Output {
    static final String STORE = "alert-state";

    private static final TableSpec<PartitionTime> CLOCK = FeedClock.table("alert-time");

    private final AlertPolicy policy;
    private final Map<Integer, Rebuild> rebuilds;
    private ProcessorContext<Object, Object> context;
    private FeedClock clock;
    private Rereading rereading;
    private PairAlerts alerts;

    /** @param rebuilds of the partitions of {@code events} that ALERT starts to reread; empty if it continues */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    AlertProcessor(AlertPolicy policy, Map<Integer, Rebuild> rebuilds) {
        this.policy = policy;
        this.rebuilds = rebuilds;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        Tables tables = StoreTables.of(context, STORE);
        clock = new FeedClock(tables, CLOCK);
        alerts = new PairAlerts(policy, tables);
        rereading = new Rereading(tables, "alert-rebuild", context);
        Rebuild begun = rebuilds.get(partition());
        if (begun != null && rereading.begin(begun.until())) {
            alerts.advance(null, begun.feedStart(), this);
        }
    }

    @Override
    public void process(Record<String, Event> record) {
        if (Tick.KEY.equals(record.key())) {
            tick(record);
            return;
        }
        String key = String.valueOf(record.key());
        checkKey(key, record.value());
        alerts.rebuilding(rereading.covers());
        alerts.event(key, record.value(), clock.watermark(), clock.feedStart(), this);
    }

    private static void checkKey(String key, @Nullable Event event) {
        if (!PairAlerts.isKey(key)) {
            throw new RefusedRecord(Reason.WRONG_KEY, "not the key of an event (PAIR|id): '" + key + "'");
        }
        if (event != null && !key.equals(event.getPair() + "|" + event.getId())) {
            throw new RefusedRecord(
                    Reason.WRONG_KEY,
                    "key '" + key + "' is not that of its event, " + event.getPair() + "|" + event.getId());
        }
    }

    private void tick(Record<String, Event> record) {
        Tick tick = TickRecords.read(record.headers());
        if (tick == null) {
            throw new RefusedRecord(Reason.UNREADABLE, "a record with key " + Tick.KEY + " without a tick's headers");
        }
        // One partition's ticks are one clock.
        clock.accept(
                new Tick(0, 1, tick.watermark(), tick.feedStart(), false), Instant.ofEpochMilli(record.timestamp()));
        alerts.rebuilding(rereading.covers());
        alerts.advance(clock.watermark(), clock.feedStart(), this);
        context.forward(
                new Record<>(Tick.KEY, null, context.currentSystemTimeMs(), TickRecords.headers(tick)),
                AlertTopology.FEED);
    }

    private int partition() {
        return context.taskId().partition();
    }

    @Override
    public void alert(String key, @Nullable Alert alert) {
        context.forward(
                new Record<>(RoutedKey.byPair(key), alert, context.currentSystemTimeMs()), AlertTopology.ALERTS);
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        Sighting sighting = new Sighting(partition(), publishedAt, leads);
        context.forward(
                new Record<>(articleId, null, context.currentSystemTimeMs(), SightingRecords.headers(sighting)),
                AlertTopology.FEED);
    }
}
