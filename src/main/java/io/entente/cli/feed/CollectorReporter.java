package io.entente.cli.feed;

import io.entente.avro.CollectorReport;
import io.entente.avro.CollectorSource;
import io.entente.cli.output.Version;
import io.entente.collect.SourceHealth;
import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the topic {@code collectors} how a collector is: soon after the start, then every half a minute, and when it stops. A report that cannot be sent
 * harms nothing else.
 */
final class CollectorReporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CollectorReporter.class);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN = 50;
    private static final int BUFFER = 1 << 20;

    private static final Comparator<SourceHealth> WORST_FIRST =
            Comparator.comparing(SourceHealth::failing).reversed().thenComparing(SourceHealth::name);

    private final String id;
    private final Topic<String, CollectorReport> topic;
    private final Supplier<List<SourceHealth>> sources;
    private final Producer<String, CollectorReport> producer;
    private final Instant startedAt = now();
    private final String host = host();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "collect-report");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    /** @param id of the collector, the same over restarts */
    CollectorReporter(String id, Settings settings, Topics topics, Supplier<List<SourceHealth>> sources) {
        this.id = id;
        this.topic = topics.collectors();
        this.sources = sources;
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        config.putAll(settings.kafkaConfig());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        this.producer = new KafkaProducer<>(
                config, topic.key().serializer(), topic.value().serializer());
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> report(false), FIRST.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report(boolean stopped) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(), id, of(id, host, startedAt, now(), stopped, sources.get())))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // of whatever kind: the next one may go through
            if (!failing) {
                LOG.warn(
                        "cannot report to {}, so that the Health page does not show this collector; 'entente topics apply' makes the topic: {}",
                        topic.name(),
                        e.getMessage());
            }
            failing = true;
        }
    }

    /** A report of {@code sources}: all of them counted, and the worst of them named. */
    static CollectorReport of(
            String id, String host, Instant startedAt, Instant now, boolean stopped, List<SourceHealth> sources) {
        return CollectorReport.newBuilder()
                .setId(id)
                .setHost(host)
                .setVersion(Version.current())
                .setStartedAt(startedAt)
                .setReportedAt(now)
                .setStopped(stopped)
                .setSources(sources.size())
                .setFailing((int) sources.stream().filter(SourceHealth::failing).count())
                .setArticles(sources.stream().mapToLong(SourceHealth::articles).sum())
                .setWorst(sources.stream()
                        .sorted(WORST_FIRST)
                        .limit(SHOWN)
                        .map(CollectorReporter::of)
                        .toList())
                .build();
    }

    private static CollectorSource of(SourceHealth source) {
        return CollectorSource.newBuilder()
                .setName(source.name())
                .setUrl(source.url())
                .setLastSuccess(source.lastSuccess())
                .setLastError(source.lastError())
                .setLastErrorAt(source.lastErrorAt())
                .setFailures(source.failures())
                .setArticles(source.articles())
                .setNextPoll(source.nextPoll())
                .build();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** Says that the collector stops. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                report(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(PATIENCE);
    }
}
