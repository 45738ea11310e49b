package io.entente.pipeline;

import static org.awaitility.Awaitility.await;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the committed events beside a {@link Load}: how long after an article was sent its event could be read. */
final class Arrivals implements AutoCloseable {
    private record Arrival(Instant sent, Duration taken) {}

    private final Set<String> expected;
    private final Load load;
    private final Topics topics;
    private final Set<String> seen = new HashSet<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Thread thread;
    private volatile boolean wanted = true;

    /** @param expected ids of the articles of which there will be events */
    Arrivals(Settings settings, Topics topics, Load load, Set<String> expected) {
        this.expected = expected;
        this.load = load;
        this.topics = topics;
        this.thread = new Thread(
                () -> {
                    try (TopicReader reader = new TopicReader(settings)) {
                        reader.follow(
                                List.of(topics.events()), new TopicReader.Start.Beginning(), this::note, () -> wanted);
                    }
                },
                "arrivals");
        thread.start();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || new String(record.key(), StandardCharsets.UTF_8).equals(Tick.KEY)) {
            return;
        }
        Event event = topics.events().value().deserializer().deserialize(record.topic(), record.value());
        Instant now = Instant.now();
        synchronized (arrivals) {
            for (EventReport report : event.getMembers()) {
                Instant sent = load.sentAt(report.getArticleId());
                if (sent != null && seen.add(report.getArticleId())) {
                    arrivals.add(new Arrival(sent, Duration.between(sent, now)));
                }
            }
        }
    }

    /** Waits until the articles sent in the second after {@code time} have their events; how long after {@code time} that was. */
    Duration awaitAfter(Instant time) {
        Instant end = time.plusSeconds(1);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (Instant.now().isBefore(end)) {
                        return false;
                    }
                    Set<String> sent = load.sentBetween(time, end);
                    sent.retainAll(expected);
                    synchronized (arrivals) {
                        return seen.containsAll(sent);
                    }
                });
        return Duration.between(time, Instant.now());
    }

    /** The times that the articles sent between {@code from} and {@code to} took, in order. */
    List<Duration> taken(Instant from, Instant to) {
        synchronized (arrivals) {
            return arrivals.stream()
                    .filter(arrival ->
                            !arrival.sent().isBefore(from) && arrival.sent().isBefore(to))
                    .map(Arrival::taken)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws InterruptedException {
        wanted = false;
        thread.join();
    }
}
