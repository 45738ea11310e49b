package io.entente.pipeline;

import io.entente.article.Articles;
import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Publishes a feed at a steady rate, whatever else happens, and remembers when each article was sent. */
final class Load implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Topics topics;
    private final List<Article> feed;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Instant> times = new ConcurrentHashMap<>();
    private final Map<String, Future<RecordMetadata>> records = new ConcurrentHashMap<>();
    private volatile @Nullable RuntimeException failure;
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();

    Load(Settings settings, Topics topics, List<Article> feed, int perSecond) {
        this.producer = Cluster.producer(settings);
        this.topics = topics;
        this.feed = feed;
        long pause = Duration.ofSeconds(1).toNanos() / perSecond;
        pacer.scheduleAtFixedRate(this::tryOne, 0, pause, TimeUnit.NANOSECONDS);
    }

    /** A task that throws would not be run again, and nobody would hear of it. */
    private void tryOne() {
        try {
            sendOne();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void sendOne() {
        if (sent.get() == feed.size()) {
            return;
        }
        Article article = feed.get(sent.getAndIncrement());
        String id = article.getId().orElseThrow();
        byte[] value = topics.articles()
                .value()
                .serializer()
                .serialize(topics.articles().name(), article);
        times.put(Articles.id(article), Instant.now());
        records.put(
                id,
                producer.send(
                        new ProducerRecord<>(topics.articles().name(), id.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** How many have been sent. */
    int sent() {
        if (failure != null) {
            throw new AssertionError("articles cannot be sent", failure);
        }
        return sent.get();
    }

    /** The ids, as statements have them, of those sent in a time. */
    Set<String> sentBetween(Instant from, Instant to) {
        return times.entrySet().stream()
                .filter(sent ->
                        !sent.getValue().isBefore(from) && sent.getValue().isBefore(to))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** When the article was sent; null if it was not. */
    @Nullable
    Instant sentAt(String id) {
        return times.get(id);
    }

    /** Sends the rest at once, and waits until all are acknowledged. */
    void finish() throws InterruptedException, ExecutionException {
        pacer.shutdown();
        pacer.awaitTermination(1, TimeUnit.MINUTES);
        while (sent.get() < feed.size()) {
            sendOne();
        }
        for (Future<RecordMetadata> record : records.values()) {
            record.get();
        }
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        producer.close(Duration.ofSeconds(10));
    }
}
