package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.config.Settings;
import io.entente.ops.DeadLetter;
import io.entente.topology.PairPartitioner;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foreign statements under a wrong key or in a wrong partition become dead letters, which can be replayed to where they belong. */
class ForeignStatementsIT {
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

    private static List<DeadLetter> letters(Settings settings, Topics topics) {
        return new DeadLetterReplay(settings, topics).letters(letter -> true, false);
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
