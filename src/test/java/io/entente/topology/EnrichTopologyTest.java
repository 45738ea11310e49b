package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.article.Articles;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.ClockSettings;
import io.entente.clock.LogEnd;
import io.entente.clock.Tick;
import io.entente.ops.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
    @TempDir
    private Path state;

    private final Topics topics = TopologyFixture.topics();
    private final Topology topology =
            EnrichTopology.build(topics, EnrichTopologyTest::code, ClockSettings.DATA, 1, LogEnd.REACHED);
    private TopologyFixture stage;
    private TestInputTopic<byte[], byte[]> articles;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, Statement> statements;

    @BeforeEach
    void start() {
        stage = new TopologyFixture(topology, state);
        articles = stage.driver()
                .createInputTopic(
                        topics.articles().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        TopologyFixture.START,
                        Duration.ofMillis(1));
        enriched = stage.output(topics.enriched());
        statements = stage.output(topics.statements());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    /** A coder that finds one statement in every article, and fails on one of its words. */
    private static EnrichedArticle code(Article article) {
        if (article.getBody().contains("crash")) {
            throw new IllegalStateException("a bug");
        }
        Statement statement = Statement.newBuilder()
                .setId("s")
                .setArticleId(Articles.id(article))
                .setPublishedAt(article.getPublishedAt())
                .setSource("RUS")
                .setTarget("CHN")
                .setEvent(EventType.SUPPORT)
                .setQuad(QuadClass.VERBAL_COOPERATION)
                .setSign(1)
                .setSentiment(0.5)
                .setIntensity(3)
                .setStatus(Status.ASSERTED)
                .setSentence(article.getBody())
                .setBegin(0)
                .setEnd(1)
                .setTrigger("")
                .setRule("test")
                .setConfidence(1)
                .build();
        return EnrichedArticle.newBuilder()
                .setId(Articles.id(article))
                .setBody(article.getBody())
                .setLanguage("en")
                .setPublishedAt(article.getPublishedAt())
                .setMentions(List.of())
                .setStatements(List.of(statement))
                .build();
    }

    private void publish(String id, String body, String publishedAt) {
        String json = "{\"id\":\"" + id + "\",\"body\":\"" + body + "\",\"publishedAt\":\"" + publishedAt + "\"}";
        articles.pipeInput(id.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(Headers headers, String name) {
        return new String(Objects.requireNonNull(headers.lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    @Test
    void describesItself() {
        assertThat(topology.describe().toString()).isEqualToNormalizingNewlines(Golden.text("enrich.describe.txt"));
    }

    /** Three articles start the clock. */
    private void startClock(String publishedAt) {
        for (String id : List.of("s1", "s2", "s3")) {
            publish(id, "Praise.", publishedAt);
        }
    }

    @Test
    void givesEachArticleItsStatementsAndThenATick() {
        startClock("2024-03-01T09:00:00Z");

        assertThat(enriched.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("s1", "s2", "s3");
        List<TestRecord<String, Statement>> records = statements.readRecordsToList();
        assertThat(records).extracting(TestRecord::key).containsExactly("CHN-RUS", "CHN-RUS", "CHN-RUS", Tick.KEY);
        assertThat(records.get(1).value().getWatermark()).isEmpty();
        assertThat(records.get(2).value().getWatermark()).hasValue(Instant.parse("2024-03-01T09:00:00Z"));
        assertThat(records.get(3).value()).isNull();
        Instant nine = Instant.parse("2024-03-01T09:00:00Z");
        assertThat(TickRecords.read(records.get(3).headers()))
                .isEqualTo(new Tick(0, 1, nine, nine, nine, false, true, 0, 0));
    }

    @Test
    void ticksAsTheWallClockGoesOn() {
        startClock("2024-03-01T09:00:00Z");
        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        publish("a2", "Praise.", "2024-03-01T09:30:00Z");
        statements.readRecordsToList();

        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(TickRecords.read(statements.readRecord().headers()).watermark())
                .isEqualTo(Instant.parse("2024-03-01T09:30:00Z"));

        stage.driver().advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(TickRecords.read(statements.readRecord().headers()).idle()).isTrue();
    }

    @Test
    void aWrongDateMovesNoClockAndIsCountedInTheTicks() {
        startClock("2024-03-01T09:00:00Z");
        publish("a1", "Praise.", "2025-09-01T09:00:00Z");
        publish("a2", "Praise.", "2024-03-01T09:10:00Z");
        statements.readRecordsToList();

        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        Tick tick = TickRecords.read(statements.readRecord().headers());
        assertThat(tick.watermark()).isEqualTo(Instant.parse("2024-03-01T09:10:00Z"));
        assertThat(tick.newest()).isEqualTo(Instant.parse("2025-09-01T09:00:00Z"));
        assertThat(tick.outliers()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUsedBecomesADeadLetterWithItsReason() {
        publish("a1", "Praise.", "2099-01-01T00:00:00Z");
        publish("a2", "Praise.", "1066-10-14T00:00:00Z");
        publish("a3", " ", "2024-03-01T09:00:00Z");
        publish("a4", "crash", "2024-03-01T09:00:00Z");
        articles.pipeInput(new byte[] {1}, new byte[] {(byte) 0xca, (byte) 0xfe});
        articles.pipeInput(new byte[] {2}, "{\"body\":\"T\"}".getBytes(StandardCharsets.UTF_8));
        publish("a5", "Praise.", "2024-03-01T09:00:00Z");

        List<TestRecord<String, byte[]>> letters = stage.deadLetters().readRecordsToList();
        assertThat(letters)
                .extracting(letter -> header(letter.headers(), DeadLetters.REASON))
                .containsExactly(
                        "IMPOSSIBLE_DATE", "IMPOSSIBLE_DATE", "INVALID", "INTERNAL", "UNREADABLE", "UNREADABLE");
        assertThat(letters.get(4).value()).containsExactly(0xca, 0xfe);
        assertThat(header(letters.get(0).headers(), DeadLetters.MESSAGE))
                .contains("2099-01-01")
                .contains("correct the date");
        assertThat(header(letters.get(5).headers(), DeadLetters.MESSAGE)).contains("'publishedAt' is missing");
        assertThat(header(letters.get(5).headers(), DeadLetters.OFFSET)).isEqualTo("5");
        assertThat(enriched.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("a5");
    }

    @Test
    void impossibleDatesMoveNoClock() {
        publish("a1", "Praise.", "2099-01-01T00:00:00Z");
        startClock("2024-03-01T09:00:00Z");

        assertThat(TickRecords.read(statements.readRecordsToList().get(3).headers())
                        .newest())
                .isEqualTo(Instant.parse("2024-03-01T09:00:00Z"));
    }

    @Test
    void nullValuesAreSkipped() {
        articles.pipeInput(new TestRecord<>(new byte[] {1}, null));

        assertThat(enriched.isEmpty()).isTrue();
        assertThat(stage.deadLetters().isEmpty()).isTrue();
    }
}
