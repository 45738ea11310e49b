package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Attention;
import io.entente.avro.AttentionAction;
import io.entente.avro.Severity;
import io.entente.config.Settings;
import io.entente.pipeline.Cluster;
import io.entente.serve.Sample;
import io.entente.serve.model.AttentionBook;
import io.entente.serve.model.ReadModel;
import io.entente.topology.Topics;
import io.javalin.Javalin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks on a real broker, against a receiver that is not always in the mood. */
class WebhooksIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Patience QUICK = new Patience(Duration.ofMillis(5), Duration.ofMillis(50));
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private record Received(String path, String key, JsonNode body) {
        String alert() {
            return body.at("/alert/id").asText();
        }

        String state() {
            return body.at("/alert/state").asText();
        }
    }

    @TempDir
    private static Path folder;

    private static Cluster cluster;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    /** By id of an alert: what the receiver answers. */
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Webhooks> running = new ArrayList<>();
    private Settings settings;
    private Topics topics;
    private Javalin receiver;
    private ReadModel model;
    private Path file;

    @BeforeAll
    static void startCluster() {
        cluster = new Cluster(folder);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void start(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        file = folder.resolve(name + ".yaml");
        settings = cluster.settings(name, 1, 2, Map.of("entente.webhooks", file.toString()));
        topics = Cluster.topics(settings);
        model = new ReadModel(folder.resolve(name), new ReadModel.Limits(Duration.ofDays(90), 10, 10));
        receiver = Javalin.create(config -> config.routes.post("/{path}", context -> {
                    requests.incrementAndGet();
                    Received message = new Received(
                            context.path(),
                            context.header("Idempotency-Key"),
                            new ObjectMapper().readTree(context.body()));
                    int answer = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                            ? 503
                            : answers.getOrDefault(message.alert(), 200);
                    if (answer == 200) {
                        received.add(message);
                    }
                    context.status(answer);
                }))
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        running.forEach(Webhooks::close);
        receiver.stop();
        model.close();
    }

    private void targets(String... lines) throws IOException {
        Files.writeString(file, "webhooks:\n" + String.join("\n", lines).replace("PORT", "" + receiver.port()));
    }

    /** An instance, once its groups have their place. */
    private Webhooks begin() throws Exception {
        Webhooks webhooks =
                new Webhooks(settings, topics, model.attention(), () -> true, meters, QUICK, Clock.systemUTC());
        running.add(webhooks);
        for (WebhookTarget target : TargetFile.read(file)) {
            await().atMost(LIMIT).until(() -> places(target).size() == 2);
        }
        return webhooks;
    }

    private Map<TopicPartition, OffsetAndMetadata> places(WebhookTarget target) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            return admin.listConsumerGroupOffsets(settings.applicationId("webhook-" + target.name()))
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    private static Alert alert(String id, Severity severity, AlertState state) {
        return Alert.newBuilder(Sample.alert(id, "CHN-RUS", state, NOW))
                .setSeverity(severity)
                .build();
    }

    private static Alert alert(String id, AlertState state) {
        return alert(id, Severity.WARNING, state);
    }

    private static Alert withOtherNumbers(Alert alert) {
        return Alert.newBuilder(alert).setObserved(12.0).build();
    }

    private void publish(Alert... alerts) {
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                new HashMap<String, Object>(settings.kafkaConfig()),
                topics.alerts().key().serializer(),
                topics.alerts().value().serializer())) {
            for (Alert alert : alerts) {
                String key = alert.getPair() + "|" + alert.getId();
                producer.send(new ProducerRecord<>(topics.alerts().name(), 0, key, alert));
            }
        }
    }

    private void awaitReceived(int count) {
        await().atMost(LIMIT).until(() -> received.size() >= count);
    }

    private double count(String outcome) {
        return meters.find("entente.webhooks").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<String> told() {
        return List.copyOf(received).stream()
                .map(message -> message.alert() + " " + message.state())
                .toList();
    }

    @Test
    void triesUntilTheReceiverTakesItAndUnderOneId() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        failures.set(3);
        begin();
        publish(alert("al1", AlertState.OPEN));
        awaitReceived(1);
        assertThat(received.get(0).key()).isEqualTo(WebhookBody.id(alert("al1", AlertState.OPEN)));
        assertThat(received.get(0).body().at("/alert/evidence/0/sentence").asText())
                .contains("accused");
        assertThat(count("retried")).isEqualTo(3);
    }

    @Test
    void tellsOfWhatIsNewOnly() throws Exception {
        targets("- {url: 'http://127.0.0.1:PORT/json', severity: warning}");
        begin();
        publish(
                alert("al1", Severity.INFO, AlertState.OPEN),
                alert("al1", AlertState.OPEN),
                withOtherNumbers(alert("al1", AlertState.OPEN)),
                alert("al1", AlertState.RESOLVED));
        awaitReceived(2);
        assertThat(told()).containsExactly("al1 OPEN", "al1 RESOLVED");
    }

    @Test
    void aDeadTargetHoldsUpNobody() throws Exception {
        targets("- {name: dead, url: 'http://127.0.0.1:1/json'}", "- {name: well, url: 'http://127.0.0.1:PORT/json'}");
        Webhooks webhooks = begin();
        publish(alert("al1", AlertState.OPEN));
        awaitReceived(1);
        await().atMost(LIMIT).until(() -> count("retried") > 2);
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        webhooks.describe(status);
        assertThat(status.at("/webhooks/0/lastProblem").asText()).isEqualTo("ConnectException");
        assertThat(status.at("/webhooks/0/waiting").asInt()).isEqualTo(1);
        assertThat(status.at("/webhooks/1/sent").asInt()).isEqualTo(1);
        assertThat(status.toString()).doesNotContain("127.0.0.1");
    }

    @Test
    void aMessageThatIsRefusedOrFailsHoldsUpNoOther() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        answers.put("refused", 400);
        answers.put("failing", 500);
        Webhooks first = begin();
        publish(
                alert("refused", AlertState.OPEN),
                alert("failing", AlertState.OPEN),
                alert("good", AlertState.OPEN),
                withOtherNumbers(alert("refused", AlertState.OPEN)),
                alert("failing", AlertState.RESOLVED),
                alert("good", AlertState.RESOLVED));
        awaitReceived(2);
        await().atMost(LIMIT).until(() -> count("retried") > 5);
        assertThat(told()).containsExactly("good OPEN", "good RESOLVED");
        assertThat(count("refused")).isEqualTo(1);
        first.close();

        answers.clear();
        begin();
        awaitReceived(4);
        assertThat(told()).containsExactly("good OPEN", "good RESOLVED", "failing OPEN", "failing RESOLVED");
    }

    @Test
    void aFlappingTargetGetsEveryMessageOnceAndInOrderOverRestarts() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        int alerts = 120;
        begin();
        for (int round = 0; round < 4; round++) {
            failures.set(25);
            int from = round * alerts / 4;
            publish(IntStream.range(from, from + alerts / 4)
                    .boxed()
                    .flatMap(i -> List.of(
                            alert("a" + i, Severity.INFO, AlertState.OPEN),
                            alert("a" + i, AlertState.OPEN),
                            withOtherNumbers(alert("a" + i, AlertState.OPEN)),
                            alert("a" + i, AlertState.RESOLVED))
                            .stream())
                    .toArray(Alert[]::new));
            int some = (round * 3 * alerts + 60) / 4;
            awaitReceived(some);
            running.remove(0).close();
            begin();
        }
        awaitReceived(3 * alerts);
        List<String> keys = List.copyOf(received).stream().map(Received::key).toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(3 * alerts);
        for (int i = 0; i < alerts; i++) {
            String id = "a" + i;
            assertThat(keys.stream().filter(key -> key.startsWith(id + "-")))
                    .containsExactly(
                            WebhookBody.id(alert(id, Severity.INFO, AlertState.OPEN)),
                            WebhookBody.id(alert(id, AlertState.OPEN)),
                            WebhookBody.id(alert(id, AlertState.RESOLVED)));
        }
    }

    @Test
    void whatWasNotDeliveredIsToldAfterARestart() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        publish(alert("before", AlertState.OPEN)); // there were no webhooks then
        Webhooks first = begin();
        publish(alert("told", AlertState.OPEN));
        awaitReceived(1);
        failures.set(Integer.MAX_VALUE);
        publish(alert("waiting", AlertState.OPEN), alert("behind", AlertState.OPEN));
        await().atMost(LIMIT).until(() -> count("retried") > 2);
        first.close();
        assertThat(received).hasSize(1);

        failures.set(0);
        Webhooks second = begin();
        awaitReceived(3);
        second.close();
        // A third one has nothing to repeat, and knows what was told: mere numbers are not news.
        begin();
        publish(withOtherNumbers(alert("told", AlertState.OPEN)), alert("told", AlertState.RESOLVED));
        awaitReceived(4);
        assertThat(told()).containsExactly("told OPEN", "waiting OPEN", "behind OPEN", "told RESOLVED");
    }

    @Test
    void whatIsStillOpenWhenAMuteEndsIsToldThenOverARestart() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        String key = AttentionBook.muteKey("CHN-RUS", null);
        model.attention(
                key,
                Attention.newBuilder()
                        .setAction(AttentionAction.MUTE)
                        .setPair("CHN-RUS")
                        .setAt(NOW)
                        .build());
        Webhooks first = begin();
        publish(alert("over", AlertState.OPEN), alert("open", AlertState.OPEN), alert("over", AlertState.RESOLVED));
        WebhookTarget target = TargetFile.read(file).get(0);
        await().atMost(LIMIT).until(() -> places(target).values().stream().anyMatch(place -> place.offset() >= 3));
        first.close();
        begin();
        publish(Alert.newBuilder(alert("other", AlertState.OPEN))
                .setPair("ECU-PER")
                .build());
        awaitReceived(1);
        model.attention(key, null);
        awaitReceived(2);
        assertThat(told()).containsExactly("other OPEN", "open OPEN");
    }

    @Test
    void aBackfillTellsNobodyOfYearsAgo() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        begin();
        publish(
                Sample.alert("old", "CHN-RUS", AlertState.OPEN, Sample.NOON),
                Sample.alert("old", "CHN-RUS", AlertState.RESOLVED, Sample.NOON),
                alert("new", AlertState.OPEN));
        awaitReceived(1);
        assertThat(told()).containsExactly("new OPEN");
        assertThat(count("too_old")).isEqualTo(1);
    }

    @Test
    void ofSeveralInstancesOneTells() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        begin();
        Webhooks other = begin();
        publish(alert("al1", AlertState.OPEN));
        awaitReceived(1);
        other.close();
        publish(alert("al2", AlertState.OPEN));
        await().atMost(LIMIT)
                .until(() -> received.stream().anyMatch(message -> message.key().startsWith("al2-")));
        assertThat(received.stream().map(Received::key).distinct()).hasSize(2);
    }
}
