package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Status;
import io.entente.clock.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {
    private static final Instant FEED_START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    private Path state;

    private final Topics topics = TopologyFixture.topics();
    private final Topology topology = AlertTopology.build(topics, AlertPolicies.builtIn(), Map.of());
    private TopologyFixture stage;
    private TestInputTopic<String, Event> events;
    private TestOutputTopic<String, Alert> alerts;

    @BeforeEach
    void start() {
        stage = new TopologyFixture(topology, state);
        events = stage.driver()
                .createInputTopic(
                        topics.events().name(),
                        new StringSerializer(),
                        topics.events().value().serializer(),
                        TopologyFixture.START,
                        Duration.ofMillis(1));
        alerts = stage.output(topics.alerts());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Event attack(String id, Instant publishedAt) {
        EventReport report = EventReport.newBuilder()
                .setStatementId("s-" + id)
                .setArticleId("a-" + id)
                .setOutlet("Andes Ledger")
                .setFamily("andes-ledger")
                .setPublishedAt(publishedAt)
                .setCopy(false)
                .setSentiment(-0.9)
                .setIntensity(-10.0)
                .build();
        return Event.newBuilder()
                .setId(id)
                .setPair("ECU-PER")
                .setSource("PER")
                .setTarget("ECU")
                .setEvent(EventType.ASSAULT)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.9)
                .setIntensity(-10)
                .setStatus(Status.ASSERTED)
                .setSevereClass("force")
                .setPublishedAt(publishedAt)
                .setLastReportedAt(publishedAt)
                .setStatementId("s-" + id)
                .setArticleId("a-" + id)
                .setSentence("Peruvian jets bombed an Ecuadorian post.")
                .setTrigger("bombed")
                .setRule("active")
                .setConfidence(0.9)
                .setReports(1)
                .setCopies(0)
                .setFamilies(List.of("andes-ledger"))
                .setMembers(List.of(report))
                .setFirstWatermark(publishedAt)
                .setWatermark(publishedAt)
                .build();
    }

    private void tick(Instant watermark) {
        Tick tick = new Tick(0, 1, watermark, FEED_START, false);
        events.pipeInput(new TestRecord<>(Tick.KEY, null, TickRecords.headers(tick), TopologyFixture.START));
    }

    private Alert last() {
        List<Alert> all = alerts.readValuesToList();
        return all.get(all.size() - 1);
    }

    @Test
    void describesItself() {
        assertThat(topology.describe().toString()).isEqualToNormalizingNewlines(Golden.text("alert.describe.txt"));
    }

    @Test
    void anAttackRaisesAnAlertWithItsEvidenceThatEndsWhenItIsQuiet() {
        tick(NOON.minusSeconds(3600));
        events.pipeInput("ECU-PER|e1", attack("e1", NOON));
        tick(NOON);

        Alert raised = last();
        assertThat(raised.getKind()).isEqualTo(AlertKind.SEVERE_EVENT);
        assertThat(raised.getState()).isEqualTo(AlertState.OPEN);
        assertThat(raised.getProvisional()).isTrue();
        assertThat(raised.getEvidence().get(0).getEventId()).isEqualTo("e1");

        tick(NOON.plus(Duration.ofDays(2)));
        assertThat(last().getProvisional()).isFalse();
        tick(NOON.plus(Duration.ofDays(20)));
        assertThat(last().getState()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void anEventUnderAnotherKeyThanItsOwnIsADeadLetter() {
        events.pipeInput("ECU-PER", attack("e1", NOON));
        events.pipeInput("ECU-PER|e2", attack("e1", NOON));
        events.pipeInput("CHN-RUS|e1", attack("e1", NOON));
        events.pipeInput("e1", null);

        assertThat(stage.reasons()).containsExactly("WRONG_KEY", "WRONG_KEY", "WRONG_KEY", "WRONG_KEY");
        tick(NOON);
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void ticksAndSightingsReachTheFeedGuard() {
        tick(NOON.minusSeconds(3600));
        events.pipeInput("ECU-PER|e1", attack("e1", NOON));
        tick(NOON);

        TestOutputTopic<String, byte[]> feed = stage.output(topics.feed());
        assertThat(feed.readRecordsToList())
                .extracting(TestRecord::key)
                .containsSubsequence(Tick.KEY, "a-e1", Tick.KEY);
    }
}
