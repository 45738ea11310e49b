package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.LogEnd;
import io.entente.clock.Tick;
import io.entente.relation.RelateSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelateTopologyTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    private Path state;

    private final Topics topics = TopologyFixture.topics();
    private final Topology topology =
            RelateTopology.build(topics, RelateSettings.defaults(), Duration.ofHours(1), 1, Map.of(), LogEnd.REACHED);
    private TopologyFixture stage;
    private TestInputTopic<String, Statement> statements;
    private TestOutputTopic<String, Event> events;
    private TestOutputTopic<String, RelationWindow> daily;

    @BeforeEach
    void start() {
        stage = new TopologyFixture(topology, state);
        statements = input();
        events = stage.output(topics.events());
        daily = stage.output(topics.daily());
    }

    private TestInputTopic<String, Statement> input() {
        return stage.driver()
                .createInputTopic(
                        topics.statements().name(),
                        new StringSerializer(),
                        topics.statements().value().serializer(),
                        TopologyFixture.START,
                        Duration.ofMillis(1));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Statement statement(String id, Instant publishedAt) {
        return Statement.newBuilder()
                .setId(id)
                .setArticleId("a-" + id)
                .setOutlet("Outlet " + id)
                .setPublishedAt(publishedAt)
                .setSource("RUS")
                .setTarget("CHN")
                .setEvent(EventType.SUPPORT)
                .setQuad(QuadClass.VERBAL_COOPERATION)
                .setSign(1)
                .setSentiment(0.5)
                .setIntensity(3)
                .setStatus(Status.ASSERTED)
                .setSentence("Moscow praised Beijing for its patience.")
                .setBegin(0)
                .setEnd(40)
                .setTrigger("praised")
                .setRule("test")
                .setConfidence(1)
                .setWatermark(publishedAt)
                .build();
    }

    private void tick(int partition, int partitions, Instant watermark) {
        statements.pipeInput(tickRecord(partition, partitions, watermark));
    }

    private static TestRecord<String, Statement> tickRecord(int partition, int partitions, Instant watermark) {
        Tick tick = new Tick(partition, partitions, watermark, NOON, false);
        return new TestRecord<>(Tick.KEY, null, TickRecords.headers(tick), TopologyFixture.START);
    }

    @Test
    void describesItself() {
        assertThat(topology.describe().toString()).isEqualToNormalizingNewlines(Golden.text("relate.describe.txt"));
    }

    @Test
    void statementsBecomeAnEventAndItsWindows() {
        statements.pipeInput("CHN-RUS", statement("s1", NOON));
        statements.pipeInput("CHN-RUS", statement("s2", NOON.plusSeconds(60)));

        List<TestRecord<String, Event>> versions = events.readRecordsToList();
        assertThat(versions).extracting(TestRecord::key).allMatch(key -> key.startsWith("CHN-RUS|"));
        assertThat(versions)
                .as("one a commit")
                .extracting(version -> version.value().getMembers().size())
                .containsExactly(1, 2);
        List<TestRecord<String, RelationWindow>> days = daily.readRecordsToList();
        TestRecord<String, RelationWindow> day = days.get(days.size() - 1);
        assertThat(day.key()).startsWith("CHN-RUS|2024-03-01");
        assertThat(day.value().getBackward().getEvents()).isEqualTo(1);
    }

    @Test
    void aRedeliveredStatementChangesNothing() {
        statements.pipeInput("CHN-RUS", statement("s1", NOON));
        events.readRecordsToList();
        statements.pipeInput("CHN-RUS", statement("s1", NOON));

        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void stateOfAnUnknownVersionStopsItAndMakesNoDeadLetter() {
        byte[] row = {(byte) 0xC3, 1, 0, 1, 2, 3, 4, 5, 6, 7, 42}; // the schema's fingerprint between mark and value
        ((StoreTables) stage.driver().getStateStore(RelateProcessor.STORE))
                .wrapped()
                .put("relate-time/p0", row);
        assertThatThrownBy(() -> tick(0, 1, NOON)).matches(StateVersionException::causes);
        assertThat(stage.reasons()).isEmpty();
    }

    @Test
    void aTickThatMovesTheClockWithinItsHourWaitsASecond() {
        tick(0, 2, NOON.plusSeconds(600));
        tick(1, 2, NOON);
        assertThat(events.readRecordsToList()).hasSize(1);

        tick(1, 2, NOON.plusSeconds(60));
        tick(1, 2, NOON.plusSeconds(120));
        assertThat(events.isEmpty()).isTrue();

        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(TickRecords.read(events.readRecord().headers()))
                .isEqualTo(new Tick(0, 1, NOON.plusSeconds(120), NOON.plusSeconds(120), NOON, false, false, 0, 0));

        tick(0, 2, NOON.plusSeconds(3_600));
        tick(1, 2, NOON.plusSeconds(3_600));
        assertThat(events.readRecordsToList()).as("the beat, and the hour").hasSize(2);
        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void ticksArePassedOnOnceEveryPartitionHasTicked() {
        tick(0, 2, NOON);
        assertThat(events.isEmpty()).isTrue();

        tick(1, 2, NOON.minusSeconds(60));
        TestRecord<String, Event> tick = events.readRecord();
        assertThat(tick.key()).isEqualTo(Tick.KEY);
        assertThat(TickRecords.read(tick.headers())).isEqualTo(new Tick(0, 1, NOON.minusSeconds(60), NOON, false));
    }

    @Test
    void whatIsLateIsCountedInTheTicksThatArePassedOn() {
        tick(0, 1, NOON);
        statements.pipeInput("CHN-RUS", statement("s1", NOON.minus(Duration.ofDays(4))));
        tick(0, 1, NOON.plusSeconds(60));

        List<TestRecord<String, Event>> passedOn = events.readRecordsToList();
        assertThat(passedOn).extracting(TestRecord::key).containsOnly(Tick.KEY);
        assertThat(passedOn)
                .extracting(record -> Objects.requireNonNull(TickRecords.read(record.headers()))
                        .late())
                .containsExactly(0L, 1L);
    }

    @Test
    void whatWasLateIsTakenInWhenStatementsAreReadAnew() {
        stage.close();
        Topology anew = RelateTopology.build(
                topics, RelateSettings.defaults(), Duration.ofHours(1), 1, Map.of(0, 3L), LogEnd.REACHED);
        stage = new TopologyFixture(anew, state);
        TestInputTopic<String, Statement> all = input();
        events = stage.output(topics.events());
        all.pipeInput(tickRecord(0, 1, NOON));
        all.pipeInput("CHN-RUS", statement("s1", NOON.minus(Duration.ofDays(4))));
        all.pipeInput(tickRecord(0, 1, NOON.plusSeconds(60)));
        assertThat(events.readRecordsToList())
                .extracting(TestRecord::key)
                .singleElement()
                .asString()
                .startsWith("CHN-RUS|");

        stage.driver().advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(events.readRecordsToList())
                .extracting(TestRecord::key)
                .as("the end has been reached, whether more ticks come or not")
                .containsExactly(Tick.KEY);
        all.pipeInput("CHN-RUS", statement("s2", NOON.minus(Duration.ofDays(4))));
        assertThat(events.isEmpty()).as("late from here on").isTrue();
    }

    @Test
    void foreignStatementsUnderAWrongKeyOrDateAreDeadLetters() {
        statements.pipeInput("RUS-CHN", statement("s1", NOON));
        statements.pipeInput("CHN-RUS", statement("s2", Instant.parse("2099-01-01T00:00:00Z")));
        statements.pipeInput(new TestRecord<>(Tick.KEY, null));

        assertThat(stage.reasons()).containsExactly("WRONG_KEY", "IMPOSSIBLE_DATE", "UNREADABLE");
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void aStatementWithAnImpossibleValueIsInvalidUnderItsOwnReason() {
        Statement loud =
                Statement.newBuilder(statement("s1", NOON)).setSentiment(3).build();
        Statement endless = Statement.newBuilder(statement("s2", NOON))
                .setSentence("a".repeat(2_000_000))
                .build();
        statements.pipeInput("CHN-RUS", loud);
        statements.pipeInput("CHN-RUS", endless);

        assertThat(stage.reasons()).containsExactly("INVALID", "INVALID");
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void aStatementInAnotherPartitionThanItsPairsIsRefused() {
        Topology wide = RelateTopology.build(
                topics, RelateSettings.defaults(), Duration.ofHours(1), 12, Map.of(), LogEnd.REACHED);
        stage.close();
        stage = new TopologyFixture(wide, state.resolve("wide"));
        statements = stage.driver()
                .createInputTopic(
                        topics.statements().name(),
                        new StringSerializer(),
                        topics.statements().value().serializer());
        assertThat(PairPartitioner.partition("CHN-RUS", 12)).isNotZero(); // where the test driver puts it

        statements.pipeInput("CHN-RUS", statement("s1", NOON), TopologyFixture.START);

        assertThat(stage.reasons()).containsExactly("WRONG_PARTITION");
    }
}
