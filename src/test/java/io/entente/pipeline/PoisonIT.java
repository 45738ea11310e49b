package io.entente.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.ops.DeadLetter;
import io.entente.ops.Reason;
import io.entente.registry.RegistryClient;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Poison of every kind in a flood among good articles: each becomes one dead letter with its key, bytes and headers and a reason that says what
 * to do, and nothing good is lost.
 */
class PoisonIT {
    private static final int GOOD = 2_000;
    private static final int ARTICLE_PARTITIONS = 4;

    private static final List<Exception> NOT_SENT = new CopyOnWriteArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;
    private static RegistryGate gate;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster(folder);
        gate = new RegistryGate(cluster.registryUrl());
    }

    @AfterAll
    static void stop() {
        gate.close();
        cluster.close();
    }

    @Test
    void everyPoisonIsADeadLetterAndEveryGoodArticleIsCoded() throws Exception {
        Settings settings =
                cluster.settings("poison", ARTICLE_PARTITIONS, 4, Map.of("schema.registry.url", gate.url()));
        Topics topics = Cluster.topics(settings);
        Article article = Cluster.sampleFeed().get(0);
        Schema older = Poison.olderArticle();
        int notServed = RegistryClient.of(settings.serdeConfig()).register("older-producer", older);
        gate.shut(notServed);

        Map<String, Poison> sent = new LinkedHashMap<>();
        Path log = folder.resolve("poison.log");
        try (ChildRun run = new ChildRun(settings, log)) {
            try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
                Poison unreachable = new Poison(
                        "not served",
                        Poison.confluent(notServed, Poison.older(older, "late", article)),
                        Reason.REGISTRY,
                        "dead-letters replay");
                List<Poison> kinds = Poison.everyKind(topics, article);
                send(producer, topics, "not served", unreachable.value());
                sent.put("not served", unreachable);
                List<Poison> light = kinds.stream()
                        .filter(kind -> kind.value().length < 1 << 20)
                        .toList();
                for (int i = 0; i < GOOD; i++) {
                    Poison bad = i < kinds.size() ? kinds.get(i) : light.get(i % light.size());
                    send(producer, topics, "bad-" + i, bad.value());
                    sent.put("bad-" + i, bad);
                    send(producer, topics, "good-" + i, avro(topics, article, "good-" + i));
                }
                send(producer, topics, "null", null);
            }
            assertThat(NOT_SENT).isEmpty();
            Cluster.awaitConsumed(settings, topics.articles(), Stage.ENRICH, run);

            assertLettersAre(sent, settings, topics);
            assertThat(enriched(settings, topics)).isEqualTo(ids());
            assertThat(run.log().lines().filter(line -> line.contains("dead letter:")))
                    .as("a line a second")
                    .hasSizeLessThan(120);

            theLateOneIsReplayedOnce(settings, topics);
        }
    }

    private static void assertLettersAre(Map<String, Poison> sent, Settings settings, Topics topics) {
        Map<String, DeadLetter> letters =
                letters(settings, topics).stream().collect(Collectors.toMap(PoisonIT::key, Function.identity()));
        assertThat(letters.keySet()).as("one letter each").isEqualTo(sent.keySet());
        sent.forEach((key, poison) -> {
            DeadLetter letter = letters.get(key);
            assertThat(letter.reason())
                    .as(poison.name())
                    .isEqualTo(poison.reason().name());
            assertThat(letter.message()).as(poison.name()).contains(poison.remedy());
            assertThat(letter.record().value()).as(poison.name()).isEqualTo(poison.value());
            assertThat(letter.originalHeaders()).as(poison.name()).isEqualTo(headers(key));
            assertThat(letter.topic()).isEqualTo(topics.articles().name());
        });
    }

    /** Once the registry serves its schema, the article goes through, however often it is asked to. */
    private static void theLateOneIsReplayedOnce(Settings settings, Topics topics) {
        gate.open();
        DeadLetterReplay replay = new DeadLetterReplay(settings, topics);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    replay.replay(replay.letters(letter -> letter.reason().equals("REGISTRY"), false));
                    assertThat(enriched(settings, topics)).contains("late");
                });
        assertThat(replay.replay(replay.letters(letter -> letter.reason().equals("REGISTRY"), false)))
                .isZero();
    }

    private static Set<String> ids() {
        return IntStream.range(0, GOOD).mapToObj(i -> "good-" + i).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids that the articles were sent with, without the outlets to which they belong. */
    private static Set<String> enriched(Settings settings, Topics topics) {
        try (TopicReader reader = new TopicReader(settings)) {
            return reader.table(topics.enriched()).keySet().stream()
                    .map(id -> id.substring(id.lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static byte[] avro(Topics topics, Article article, String id) {
        return topics.articles()
                .value()
                .serializer()
                .serialize(
                        topics.articles().name(),
                        Article.newBuilder(article).setId(id).build());
    }

    private static RecordHeaders headers(String key) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", key.getBytes(UTF_8));
        headers.add("entente.region", new byte[] {1, 2});
        return headers;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Topics topics, String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(topics.articles().name(), null, key.getBytes(UTF_8), value, headers(key)),
                (metadata, failure) -> {
                    if (failure != null) {
                        NOT_SENT.add(failure);
                    }
                });
    }

    private static KafkaProducer<byte[], byte[]> producer(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String key(DeadLetter letter) {
        return new String(letter.record().key(), UTF_8);
    }

    private static List<DeadLetter> letters(Settings settings, Topics topics) {
        return new DeadLetterReplay(settings, topics).letters(letter -> true, false);
    }
}
