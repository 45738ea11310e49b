package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Article;
import io.entente.avro.Severity;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample feed through a real broker, however it is delivered: the alerts that it must raise, and none that it must not. */
class FeedDevIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;
    private static Replayed expected;

    private static final List<Article> FEED = Cluster.sampleFeed();

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
        expected = Replayed.of(FEED, cluster.settings("replayed", 1, 1));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void everyArticleThriceAndThreeRestartsGiveTheSame() throws Exception {
        everyArticleThriceAndThreeRestarts(12);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyArticleThriceAndThreeRestartsGiveTheSameWithFewerPartitions(int pairPartitions) throws Exception {
        everyArticleThriceAndThreeRestarts(pairPartitions);
    }

    private static void everyArticleThriceAndThreeRestarts(int pairPartitions) throws Exception {
        Settings settings = cluster.settings("thrice-" + pairPartitions, 1, pairPartitions);
        Topics topics = Cluster.topics(settings);
        List<Article> thrice = new ArrayList<>();
        FEED.forEach(article -> thrice.addAll(List.of(article, article, article)));
        int quarter = thrice.size() / 4;
        for (int part = 0; part < 4; part++) {
            try (LocalRun run = LocalRun.start(settings)) {
                Cluster.publish(settings, topics, thrice.subList(part * quarter, (part + 1) * quarter));
                if (part == 3) {
                    run.awaitThrough(FEED);
                }
            }
        }
        Outputs outputs = Outputs.read(settings, topics);
        assertThat(Differences.between(outputs.statements(), expected.statements))
                .isEmpty();
        assertThat(Differences.between(outputs.events(), expected.events)).isEmpty();
        assertThat(Differences.between(outputs.hourly(), expected.hourly)).isEmpty();
        assertThat(Differences.between(outputs.daily(), expected.daily)).isEmpty();
        assertThat(Differences.between(outputs.alerts(), expected.alerts)).isEmpty();
        assertRaisedWhatItMust(history(settings, topics));
    }

    @Test
    void anotherOrderWithinTheGraceGivesTheSame() throws Exception {
        inOrder(0, orders().get(0));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyOrderWithinTheGraceGivesTheSame(int number) throws Exception {
        inOrder(number, orders().get(number));
    }

    private static void inOrder(int number, List<Article> shuffled) throws Exception {
        Settings settings = cluster.settings("order-" + number, 1, 4);
        Topics topics = Cluster.topics(settings);
        try (LocalRun run = LocalRun.start(settings)) {
            Cluster.publish(settings, topics, shuffled);
            run.awaitThrough(FEED);
        }
        Outputs outputs = Outputs.read(settings, topics).withoutWatermarks();
        assertThat(Differences.between(outputs.events(), Outputs.plainEvents(expected.events)))
                .isEmpty();
        assertThat(Differences.between(outputs.hourly(), expected.hourly)).isEmpty();
        assertThat(Differences.between(outputs.daily(), expected.daily)).isEmpty();
        assertThat(Differences.between(outputs.alerts(), expected.alerts)).isEmpty();
    }

    @Test
    void alertsCanBeMadeAnewFromEventsAlone() throws Exception {
        Settings settings = cluster.settings("anew", 1, 4);
        Topics topics = Cluster.topics(settings);
        try (LocalRun run = LocalRun.start(settings)) {
            Cluster.publish(settings, topics, FEED);
            run.awaitThrough(FEED);
        }
        Map<String, Alert> before = alerts(settings, topics);
        try (StageReset reset = new StageReset(settings, topics, Stage.ALERT)) {
            reset.run();
        }
        assertThat(alerts(settings, topics)).isEmpty();
        // The newest days close with the next tick after what there was to read anew.
        try (LocalRun run = LocalRun.start(settings)) {
            run.awaitThrough(FEED);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(Differences.between(alerts(settings, topics), before))
                            .isEmpty());
        }
        assertThat(Differences.between(alertsOfCompacted(settings, topics), before))
                .isEmpty();
    }

    /** What ALERT makes of the events when Kafka has kept of each key, ticks included, the last record only. */
    private static Map<String, Alert> alertsOfCompacted(Settings original, Topics from) throws Exception {
        Settings settings = cluster.settings("compacted", 1, 4);
        Topics topics = Cluster.topics(settings);
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(original)) {
            reader.read(List.of(from.events()), new TopicReader.Start.Beginning(), record -> {
                String key = record.partition() + new String(record.key(), StandardCharsets.UTF_8);
                last.remove(key);
                last.put(key, record);
            });
        }
        copy(last.values(), settings, topics.events());
        try (LocalRun run = LocalRun.start(settings, EnumSet.of(Stage.ALERT))) {
            last.keySet().removeIf(key -> !key.endsWith(Tick.KEY));
            copy(last.values(), settings, topics.events());
            run.awaitThrough(FEED);
            return alerts(settings, topics);
        }
    }

    private static void copy(Collection<ConsumerRecord<byte[], byte[]>> records, Settings settings, Topic<?, ?> topic) {
        try (KafkaProducer<byte[], byte[]> producer = Cluster.producer(settings)) {
            records.forEach(record -> producer.send(new ProducerRecord<>(
                    topic.name(), record.partition(), record.key(), record.value(), record.headers())));
        }
    }

    private static Map<String, Alert> alerts(Settings settings, Topics topics) {
        try (TopicReader reader = new TopicReader(settings)) {
            return reader.table(topics.alerts());
        }
    }

    /** Five orders, none of them the feed's own. */
    private static List<List<Article>> orders() {
        Set<List<Article>> orders = new LinkedHashSet<>();
        for (int seed = 0; orders.size() < 5; seed++) {
            List<Article> order = shuffled(new Random(seed));
            if (!order.equals(FEED)) {
                orders.add(order);
            }
        }
        return List.copyOf(orders);
    }

    /** The feed in an order in which no article comes more than the grace of alerts, six hours, after a later one. */
    private static List<Article> shuffled(Random random) {
        Map<Double, Article> order = new TreeMap<>();
        FEED.forEach(article -> order.put(
                article.getPublishedAt().toEpochMilli()
                        + random.nextDouble() * Duration.ofHours(6).toMillis(),
                article));
        return List.copyOf(order.values());
    }

    /** Every version of every alert. */
    private static List<Alert> history(Settings settings, Topics topics) {
        List<Alert> versions = new ArrayList<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.alerts()), new TopicReader.Start.Beginning(), record -> {
                if (record.value() != null) {
                    versions.add(topics.alerts().value().deserializer().deserialize(record.topic(), record.value()));
                }
            });
        }
        return versions;
    }

    private static void assertRaisedWhatItMust(Collection<Alert> versions) {
        assertThat(versions).extracting(Alert::getPair).doesNotContain("IDN-JPN", "CAN-VNM", "*");
        assertThat(versions)
                .filteredOn(alert -> !Set.of("ECU-PER", "DZA-MAR", "EST-NAM").contains(alert.getPair()))
                .as("third parties: a note at most")
                .extracting(Alert::getSeverity)
                .allMatch(severity -> severity == Severity.INFO);
        assertThat(firstAt(versions, "ECU-PER", Severity.WARNING)).isBetween(day("03-25"), day("03-29"));
        assertThat(firstAt(versions, "ECU-PER", Severity.CRITICAL)).isBetween(day("03-29"), day("04-04"));
        assertThat(versions)
                .filteredOn(alert -> alert.getPair().equals("DZA-MAR"))
                .allSatisfy(thaw -> {
                    assertThat(thaw.getSeverity()).isEqualTo(Severity.INFO);
                    assertThat(thaw.getKind()).isNotIn(AlertKind.TENSION_SURGE, AlertKind.VOLUME_SURGE);
                })
                .filteredOn(alert -> alert.getKind() == AlertKind.THAW)
                .isNotEmpty()
                .allSatisfy(thaw -> assertThat(thaw.getOpenedAt()).isBetween(day("03-20"), day("03-28")));
        assertThat(versions)
                .filteredOn(alert -> alert.getPair().equals("EST-NAM"))
                .allSatisfy(contact -> {
                    assertThat(contact.getKind()).isEqualTo(AlertKind.FIRST_CONTACT);
                    assertThat(contact.getOpenedAt()).isEqualTo(day("03-30"));
                    assertThat(contact.getSeverity()).isNotEqualTo(Severity.CRITICAL);
                })
                .extracting(Alert::getId)
                .as("one alert, however often it was updated")
                .isNotEmpty()
                .allMatch(id -> id.equals(contactId(versions)));
    }

    private static String contactId(Collection<Alert> versions) {
        return versions.stream()
                .filter(alert -> alert.getPair().equals("EST-NAM"))
                .map(Alert::getId)
                .findFirst()
                .orElseThrow();
    }

    private static Instant firstAt(Collection<Alert> versions, String pair, Severity severity) {
        return versions.stream()
                .filter(alert -> alert.getPair().equals(pair) && alert.getSeverity() == severity)
                .map(Alert::getUpdatedAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant day(String monthAndDay) {
        return Instant.parse("2024-" + monthAndDay + "T00:00:00Z");
    }
}
