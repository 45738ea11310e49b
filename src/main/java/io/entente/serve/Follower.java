package io.entente.serve;

import io.entente.avro.Alert;
import io.entente.avro.Attention;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.registry.RegistryUnavailableException;
import io.entente.serve.model.ReadModel;
import io.entente.topology.TickRecords;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the read model, committed records only: tables from their beginning, of statements and articles the newest.
 * It joins no group: every instance reads everything. What comes after the start is passed to {@link ChangeFeed}.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Topics topics;
    private final ReadModel model;
    private final ReadModel.Limits limits;
    private final ChangeFeed news;
    private final LateEvents late;
    private final CollectorStatus collectors;
    private final EventTime time = new EventTime();
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::run, "read-model");
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile long remaining = Long.MAX_VALUE;
    private @Nullable KafkaClientMetrics meters;
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;
    private Map<TopicPartition, Long> ends = Map.of();
    private Instant reportAt = Instant.EPOCH;

    Follower(
            Settings settings,
            Topics topics,
            ReadModel model,
            ReadModel.Limits limits,
            ChangeFeed news,
            LateEvents late,
            CollectorStatus collectors) {
        this.topics = topics;
        this.model = model;
        this.limits = limits;
        this.news = news;
        this.late = late;
        this.collectors = collectors;
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        config.putAll(settings.kafkaConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.applicationId("serve"));
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread.setDaemon(true);
    }

    /** Registers the meters of its Kafka client. */
    void bindTo(MeterRegistry registry) {
        meters = new KafkaClientMetrics(consumer, Tags.of("stage", "SERVE"));
        meters.bindTo(registry);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            ends = new StartingOffsets(topics, consumer).seek(limits);
            progress();
            while (!stopping) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    patiently(record);
                    records.incrementAndGet();
                }
                progress();
            }
        } catch (WakeupException e) {
            LOG.debug("woken to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("the read model has stopped: {}", e.getMessage(), e);
        } finally {
            consumer.close();
        }
    }

    private void progress() {
        if (caughtUp.getCount() == 0) {
            return;
        }
        remaining = ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
        if (remaining == 0) {
            LOG.info("read model ready: {} records, {} pairs", records, model.pairCount());
            caughtUp.countDown();
        } else if (Instant.now().isAfter(reportAt)) {
            reportAt = Instant.now().plus(REPORT);
            LOG.info("reading the topics: {} records, {} to go", records, remaining);
        }
    }

    /** An outage of the registry passes; a record that cannot be read is counted and left out. */
    private void patiently(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        while (!stopping) {
            try {
                apply(record);
                return;
            } catch (RegistryUnavailableException e) {
                LOG.warn("waiting for the schema registry: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
            } catch (SerializationException | IllegalArgumentException | DateTimeException e) {
                unreadable.incrementAndGet();
                LOG.debug("left out {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
                return;
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (topic.equals(topics.deadLetters().name())) {
            news.deadLetter(record.headers(), caughtUp());
            return;
        }
        String key =
                record.key() == null ? "" : topics.events().key().deserializer().deserialize(topic, record.key());
        if (key.equals(Tick.KEY)) {
            tick(record);
            return;
        }
        ChangeFeed.Arrival arrival = new ChangeFeed.Arrival(key, Instant.ofEpochMilli(record.timestamp()), caughtUp());
        if (topic.equals(topics.events().name())) {
            Event event = value(topics.events(), record);
            model.event(key, event);
            news.event(arrival, event);
            late.take(key, event);
        } else if (topic.equals(topics.daily().name())) {
            RelationWindow window = value(topics.daily(), record);
            model.window(Granularity.DAY, key, window);
            news.daily(arrival, window);
        } else if (topic.equals(topics.hourly().name())) {
            model.window(Granularity.HOUR, key, value(topics.hourly(), record));
        } else if (topic.equals(topics.alerts().name())) {
            Alert alert = value(topics.alerts(), record);
            news.alert(arrival, alert, model.alert(key, alert));
        } else if (topic.equals(topics.attention().name())) {
            Attention wish = value(topics.attention(), record);
            model.attention(key, wish);
            news.attention(arrival, wish);
        } else if (topic.equals(topics.collectors().name())) {
            collectors.take(key, arrival.arrivedAt(), value(topics.collectors(), record));
        } else if (topic.equals(topics.statements().name())) {
            Statement statement = value(topics.statements(), record);
            if (statement != null) {
                model.statement(statement);
            }
        } else {
            EnrichedArticle article = value(topics.enriched(), record);
            if (article != null) {
                model.article(article);
                news.article(arrival, article);
            }
        }
    }

    private void tick(ConsumerRecord<byte[], byte[]> record) {
        Tick tick = TickRecords.read(record.headers());
        if (tick != null && record.topic().equals(topics.events().name())) {
            time.take(record.partition(), tick);
        } else if (tick != null && record.topic().equals(topics.statements().name())) {
            time.takeOfArticles(tick);
        }
    }

    /** Events that came too late for ALERT. */
    LateEvents lateEvents() {
        return late;
    }

    private static <V> @Nullable V value(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? null
                : topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
    }

    /** Whether all that stood in the topics at the start has been read. */
    boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Whether reading goes on. */
    boolean alive() {
        return failure == null;
    }

    /** Waits until caught up; false if that took longer than {@code limit}, reading has stopped, or {@code goOn} said no. */
    boolean awaitCaughtUp(Duration limit, BooleanSupplier goOn) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (alive() && goOn.getAsBoolean() && System.nanoTime() < deadline) {
            if (caughtUp.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Where event time stands. */
    EventTime time() {
        return time;
    }

    long records() {
        return records.get();
    }

    /** Records that were left out. */
    long unreadable() {
        return unreadable.get();
    }

    /** Records between here and where the topics ended at the start. */
    long remaining() {
        return remaining;
    }

    @Override
    public void close() {
        stopping = true;
        if (meters != null) {
            meters.close();
        }
        consumer.wakeup();
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
