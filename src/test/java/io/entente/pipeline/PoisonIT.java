package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.config.Settings;
import io.entente.ops.DeadLetter;
import io.entente.topology.PairPartitioner;
import io.entente.topology.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Poison of every kind among good articles: each becomes a dead letter with its bytes and a reason, and nothing good is lost. */
class PoisonIT {
    private static final int GOOD = 2_000;

    @TempDir
    private static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Poison by name, each with the reason that it must get. */
    private static Map<String, byte[]> poison(Topics topics) {
        byte[] avro = topics.articles()
                .value()
                .serializer()
                .serialize(topics.articles().name(), Cluster.sampleFeed().get(0));
        byte[] random = new byte[200];
        new Random(7).nextBytes(random);
        random[0] = 7;
        Map<String, byte[]> poison = new LinkedHashMap<>();
        poison.put("UNREADABLE random bytes", random);
        poison.put("UNREADABLE empty", new byte[0]);
        poison.put("UNREADABLE truncated avro", java.util.Arrays.copyOf(avro, avro.length / 2));
        poison.put("UNREADABLE only a magic byte", new byte[] {0});
        poison.put(
                "UNREADABLE unknown id",
                ByteBuffer.allocate(9).put((byte) 0).putInt(999_999).putInt(0).array());
        poison.put("UNREADABLE another record's schema", otherRecord(topics));
        poison.put("UNREADABLE no body", utf8("{\"publishedAt\":0}"));
        poison.put("UNREADABLE wrong type", utf8("{\"body\":1,\"publishedAt\":0}"));
        poison.put("UNREADABLE duplicate keys", utf8("{\"body\":\"a\",\"body\":\"b\",\"publishedAt\":0}"));
        poison.put("UNREADABLE no date", utf8("{\"body\":\"a\"}"));
        poison.put("IMPOSSIBLE_DATE 1066", utf8("{\"body\":\"a\",\"publishedAt\":\"1066-10-14T00:00:00Z\"}"));
        poison.put("IMPOSSIBLE_DATE 2099", utf8("{\"body\":\"a\",\"publishedAt\":\"2099-01-01T00:00:00Z\"}"));
        poison.put("INVALID 5 MB", utf8("{\"publishedAt\":0,\"body\":\"" + "a".repeat(5 << 20) + "\"}"));
        return poison;
    }

    private static byte[] otherRecord(Topics topics) {
        EnrichedArticle record = EnrichedArticle.newBuilder()
                .setId("x")
                .setBody("x")
                .setLanguage("en")
                .setPublishedAt(java.time.Instant.EPOCH)
                .setMentions(List.of())
                .setStatements(List.of())
                .build();
        return topics.enriched()
                .value()
                .serializer()
                .serialize(topics.enriched().name(), record);
    }

    private static Statement statement() {
        return Statement.newBuilder()
                .setId("s1")
                .setArticleId("a1")
                .setPublishedAt(java.time.Instant.parse("2024-03-01T12:00:00Z"))
                .setSource("RUS")
                .setTarget("CHN")
                .setEvent(EventType.SUPPORT)
                .setQuad(QuadClass.VERBAL_COOPERATION)
                .setSign(1)
                .setSentiment(0.5)
                .setIntensity(3)
                .setStatus(Status.ASSERTED)
                .setSentence("Moscow praised Beijing.")
                .setBegin(0)
                .setEnd(23)
                .setTrigger("praised")
                .setRule("foreign")
                .setConfidence(1)
                .build();
    }

    private static KafkaProducer<byte[], byte[]> producer(Settings settings) {
        Map<String, Object> config = new LinkedHashMap<>(settings.kafkaConfig());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String key(DeadLetter letter) {
        return new String(letter.record().key(), StandardCharsets.UTF_8);
    }

    private static List<DeadLetter> letters(Settings settings, Topics topics) {
        return new DeadLetterReplay(settings, topics).letters(letter -> true, false);
    }

    @Test
    void everyPoisonIsADeadLetterAndEveryGoodArticleIsCoded() throws Exception {
        Settings settings = cluster.settings("poison", 4, 4);
        Topics topics = Cluster.topics(settings);
        Map<String, byte[]> poison = poison(topics);
        List<byte[]> light =
                poison.values().stream().filter(value -> value.length < 1 << 20).toList();
        Set<String> bad = new TreeSet<>();
        try (ChildRun run = new ChildRun(settings, folder.resolve("poison.log"));
                KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            for (Map.Entry<String, byte[]> entry : poison.entrySet()) {
                producer.send(new ProducerRecord<>(topics.articles().name(), utf8(entry.getKey()), entry.getValue()));
            }
            Article good = Cluster.sampleFeed().get(0);
            for (int i = 0; i < GOOD; i++) {
                Article article = Article.newBuilder(good).setId("good-" + i).build();
                producer.send(new ProducerRecord<>(
                        topics.articles().name(),
                        utf8("good-" + i),
                        topics.articles()
                                .value()
                                .serializer()
                                .serialize(topics.articles().name(), article)));
                producer.send(
                        new ProducerRecord<>(topics.articles().name(), utf8("bad-" + i), light.get(i % light.size())));
                bad.add("bad-" + i);
            }
            producer.send(new ProducerRecord<>(topics.articles().name(), utf8("null"), null));
            producer.flush();

            bad.addAll(poison.keySet());
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(run.alive()).isTrue();
                        Set<String> missing = new TreeSet<>(bad);
                        letters(settings, topics).forEach(letter -> missing.remove(key(letter)));
                        assertThat(missing).isEmpty();
                    });
            try (TopicReader reader = new TopicReader(settings)) {
                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(reader.table(topics.enriched()))
                        .hasSize(GOOD));
            }
        }

        Map<String, DeadLetter> byKey =
                letters(settings, topics).stream().collect(Collectors.toMap(PoisonIT::key, letter -> letter));
        poison.forEach((name, value) -> {
            DeadLetter letter = byKey.get(name);
            assertThat(letter.reason()).as(name).isEqualTo(name.substring(0, name.indexOf(' ')));
            assertThat(letter.record().value()).as(name).isEqualTo(value);
            assertThat(letter.message()).as(name).isNotBlank();
        });
    }

    @Test
    void foreignStatementsAreRefusedAndReplayedWhereTheyBelong() throws Exception {
        Settings settings = cluster.settings("foreign", 1, 4);
        Topics topics = Cluster.topics(settings);
        Statement statement = statement();
        byte[] value = topics.statements()
                .value()
                .serializer()
                .serialize(topics.statements().name(), statement);
        int wrong = (PairPartitioner.partition("CHN-RUS", 4) + 1) % 4;
        try (ChildRun run = new ChildRun(settings, folder.resolve("foreign.log"));
                KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            producer.send(new ProducerRecord<>(topics.statements().name(), wrong, utf8("CHN-RUS"), value));
            producer.send(new ProducerRecord<>(
                    topics.statements().name(), PairPartitioner.partition("RUS-CHN", 4), utf8("RUS-CHN"), value));
            producer.flush();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(letters(settings, topics))
                    .extracting(DeadLetter::reason)
                    .containsExactlyInAnyOrder("WRONG_PARTITION", "WRONG_KEY"));

            DeadLetterReplay replay = new DeadLetterReplay(settings, topics);
            List<DeadLetter> misplaced =
                    new ArrayList<>(replay.letters(letter -> letter.reason().equals("WRONG_PARTITION"), false));
            assertThat(replay.replay(misplaced)).isEqualTo(1);
            assertThat(replay.letters(letter -> letter.reason().equals("WRONG_PARTITION"), false))
                    .isEmpty();
            try (TopicReader reader = new TopicReader(settings)) {
                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(reader.table(topics.events()))
                        .hasSize(1));
            }
        }
    }
}
