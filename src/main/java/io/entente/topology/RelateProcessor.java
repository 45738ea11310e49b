package io.entente.topology;

import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.state.PartitionTime;
import io.entente.clock.FeedClock;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.ops.Reason;
import io.entente.ops.RefusedRecord;
import io.entente.relation.RefusedStatement;
import io.entente.relation.Relate;
import io.entente.relation.RelateSettings;
import io.entente.relation.StatementFate;
import io.entente.store.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * RELATE: statements become events and relation windows; ticks move the clock and are passed on. Nobody sees before a commit what has changed:
 * events and windows go out with it, once each. When RELATE rereads {@code statements}, nothing that stood there is late, in whatever order it came:
 * the clock stands still until all has been read.
 */
final class RelateProcessor implements Processor<String, Statement, Object, Object>, Relate.Output {
    static final String STORE = "relate-state";

    private static final TableSpec<PartitionTime> CLOCK = FeedClock.table("relate-time");

    private final RelateSettings settings;
    private final Duration future;
    private final int pairPartitions;
    private final Map<Integer, Long> ends;
    private final LogEnd end;
    private ProcessorContext<Object, Object> context;
    private FeedClock clock;
    private Relate relate;
    private LateStatements late;
    private Rereading rereading;
    private @Nullable Instant withheld;
    private @Nullable Tick passedOn;
    private boolean heldBack;

    /**
     * @param ends where the partitions of {@code statements} end that RELATE starts to reread; empty if it continues
     * @param end knows when {@code statements} has been read to its end
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    RelateProcessor(RelateSettings settings, Duration future, int pairPartitions, Map<Integer, Long> ends, LogEnd end) {
        this.settings = settings;
        this.future = future;
        this.pairPartitions = pairPartitions;
        this.ends = ends;
        this.end = end;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        StoreTables tables = StoreTables.of(context, STORE);
        clock = new FeedClock(tables, CLOCK);
        relate = new Relate(settings, tables);
        late = new LateStatements(tables);
        rereading = new Rereading(tables, "relate-rebuild", context);
        rereading.begin(ends.get(partition()));
        withheld = rereading.hasBegun() ? now() : null;
        context.schedule(PartitionClock.CHANGED, PunctuationType.WALL_CLOCK_TIME, time -> passOnWhatWaits());
        tables.beforeCommit(context, () -> relate.publish(this));
    }

    @Override
    public void process(Record<String, Statement> record) {
        if (Tick.KEY.equals(record.key())) {
            tick(TickRecords.read(record.headers()), Instant.ofEpochMilli(record.timestamp()));
        } else if (record.value() != null) {
            statement(record);
        }
    }

    private void statement(Record<String, Statement> record) {
        checkDate(record);
        checkPartition(record.key());
        Instant watermark = rereading.covers() ? null : clock.watermark();
        try {
            StatementFate fate = relate.statement(String.valueOf(record.key()), record.value(), watermark);
            if (fate == StatementFate.LATE) {
                late.add(record.value(), watermark, now());
            }
        } catch (RefusedStatement e) {
            throw new RefusedRecord(reason(e), e.getMessage());
        }
    }

    private static Reason reason(RefusedStatement refusal) {
        return switch (refusal.fault()) {
            case KEY -> Reason.WRONG_KEY;
            case DATE -> Reason.IMPOSSIBLE_DATE;
            case VALUE -> Reason.INVALID;
        };
    }

    /** Foreign producers may date a statement impossibly: ENRICH has not seen it. */
    private void checkDate(Record<String, Statement> record) {
        Instant publishedAt = record.value().getPublishedAt();
        Instant limit = Instant.ofEpochMilli(record.timestamp()).plus(future);
        if (publishedAt.isBefore(Instant.EPOCH) || publishedAt.isAfter(limit)) {
            throw new RefusedRecord(
                    Reason.IMPOSSIBLE_DATE,
                    "'publishedAt' is " + publishedAt + ", before 1970 or after " + limit
                            + " (arrival and tolerance): correct the date and send it again");
        }
    }

    private void checkPartition(@Nullable String key) {
        int stands = context.recordMetadata().map(RecordMetadata::partition).orElse(0);
        int belongs = PairPartitioner.partition(String.valueOf(key), pairPartitions);
        if (stands != belongs) {
            throw new RefusedRecord(
                    Reason.WRONG_PARTITION,
                    "key '" + key + "' belongs to partition " + belongs + ", not " + stands
                            + ": partition by murmur2 of the key as Kafka's Java client does (librdkafka:"
                            + " partitioner=murmur2_random)");
        }
    }

    private void tick(@Nullable Tick tick, Instant arrival) {
        if (tick == null) {
            throw new RefusedRecord(Reason.UNREADABLE, "a record with key " + Tick.KEY + " without a tick's headers");
        }
        boolean changed = clock.accept(tick, arrival);
        Instant watermark = clock.watermark();
        if (rereading.covers()) {
            withheld = now();
        } else if (watermark != null) {
            if (tick.partition() == 0 || isDue(watermark)) {
                passOn(watermark); // unchanged ticks go on at the beat of one article partition
            } else {
                heldBack |= changed;
            }
        }
    }

    /** Where article partitions follow one another through the hours each of their ticks moves the clock a little: that can wait a second. */
    private boolean isDue(Instant watermark) {
        Tick last = passedOn;
        return last == null
                || !watermark.truncatedTo(ChronoUnit.HOURS).equals(hour(last.watermark()))
                || !Objects.equals(clock.feedStart(), last.feedStart())
                || clock.idle() != last.idle();
    }

    private static @Nullable Instant hour(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.HOURS);
    }

    /** A tick that waits goes on, whether others come or not. */
    private void passOnWhatWaits() {
        Instant watermark = clock.watermark();
        boolean readAnew = withheld != null && end.reached(partition(), withheld);
        if (watermark != null && (readAnew || (heldBack && withheld == null))) {
            passOn(watermark);
        }
    }

    private void passOn(Instant watermark) {
        withheld = null;
        heldBack = false;
        relate.publish(this); // a tick follows all that it covers
        relate.advance(watermark, this);
        Tick joined = new Tick(
                partition(),
                pairPartitions,
                watermark,
                clock.newest(),
                clock.feedStart(),
                clock.idle(),
                false,
                clock.outliers(),
                late.count());
        passedOn = joined;
        context.forward(
                new Record<>(
                        RoutedKey.to(partition(), Tick.KEY),
                        null,
                        context.currentSystemTimeMs(),
                        TickRecords.headers(joined)),
                RelateTopology.EVENTS);
    }

    private int partition() {
        return context.taskId().partition();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    @Override
    public void event(String key, @Nullable Event event) {
        forward(key, event, RelateTopology.EVENTS);
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        forward(key, window, RelateTopology.HOURLY);
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        forward(key, window, RelateTopology.DAILY);
    }

    private void forward(String key, @Nullable Object value, String sink) {
        context.forward(new Record<>(RoutedKey.byPair(key), value, context.currentSystemTimeMs()), sink);
    }
}
