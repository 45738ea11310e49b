package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.config.Settings;
import io.entente.pipeline.Cluster;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final Webhooks.Patience QUICK =
            new Webhooks.Patience(Duration.ofMillis(5), Duration.ofMillis(20), 10);
    private static final Webhooks.Patience STUBBORN =
            new Webhooks.Patience(Duration.ofMillis(5), Duration.ofMillis(50), 100_000);

    private record Received(String path, String key, JsonNode body) {}

    @TempDir
    private static Path folder;

    private static Cluster cluster;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refusals = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Webhooks> open = new ArrayList<>();
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
        settings = cluster.settings(name, 1, 2);
        topics = Cluster.topics(settings);
        file = folder.resolve(name + ".yaml");
        model = new ReadModel(folder.resolve(name), new ReadModel.Limits(Duration.ofDays(90), 10, 10));
        receiver = Javalin.create(config -> config.routes.post("/{shape}", context -> {
                    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        context.status(503);
                    } else {
                        received.add(new Received(
                                context.path(),
                                context.header("Idempotency-Key"),
                                ApiFixture.JSON.readTree(context.body())));
                    }
                }))
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        open.forEach(Webhooks::close);
        receiver.stop();
        model.close();
    }

    private void targets(String... lines) throws IOException {
        Files.writeString(file, "webhooks:\n" + String.join("\n", lines).replace("PORT", "" + receiver.port()));
    }

    /** An instance, once its groups have their place. */
    private Webhooks begin(Webhooks.Patience patience) throws Exception {
        List<WebhookTarget> targets = WebhookTarget.read(file);
        Webhooks webhooks = new Webhooks(
                targets, settings, topics, model.attention(), () -> true, meters, patience, Clock.systemUTC());
        open.add(webhooks);
        for (WebhookTarget target : targets) {
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

    private static Alert alert(String id, String pair, Severity severity, AlertState state) {
        return Alert.newBuilder(Sample.alert(id, pair, state, Sample.NOON))
                .setSeverity(severity)
                .setMessage("Tension <rose> & rose.")
                .build();
    }

    private static Alert alert(Severity severity, AlertState state) {
        return alert("al1", "CHN-RUS", severity, state);
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

    @Test
    void triesUntilTheReceiverTakesItAndUnderOneId() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        refusals.set(3);
        begin(QUICK);
        publish(alert(Severity.WARNING, AlertState.OPEN));
        awaitReceived(1);
        assertThat(received.get(0).key()).isEqualTo(WebhookBody.id(alert(Severity.WARNING, AlertState.OPEN)));
        assertThat(received.get(0).body().at("/alert/evidence/0/sentence").asText())
                .contains("accused");
        assertThat(count("retried")).isEqualTo(3);
    }

    @Test
    void tellsOfWhatIsNewOnly() throws Exception {
        targets("- {url: 'http://127.0.0.1:PORT/json', severity: warning}");
        begin(QUICK);
        publish(
                alert(Severity.INFO, AlertState.OPEN),
                alert(Severity.WARNING, AlertState.OPEN),
                Alert.newBuilder(alert(Severity.WARNING, AlertState.OPEN))
                        .setObserved(12.0)
                        .build(),
                alert(Severity.WARNING, AlertState.RESOLVED));
        awaitReceived(2);
        assertThat(states()).containsExactly("OPEN", "RESOLVED");
    }

    private List<String> states() {
        return List.copyOf(received).stream()
                .map(message -> message.body().at("/alert/state").asText())
                .toList();
    }

    @Test
    void speaksSlackAndAlertmanager() throws Exception {
        targets(
                "- {name: s, url: 'http://127.0.0.1:PORT/slack', shape: slack}",
                "- {name: a, url: 'http://127.0.0.1:PORT/alertmanager', shape: alertmanager}");
        begin(QUICK);
        publish(alert(Severity.CRITICAL, AlertState.OPEN));
        awaitReceived(2);
        for (Received message : List.copyOf(received)) {
            if (message.path().equals("/slack")) {
                assertThat(message.body().get("text").asText())
                        .startsWith("*CRITICAL* Tension &lt;rose&gt; &amp; rose.\n> The minister");
            } else {
                assertThat(message.body().at("/0/labels/severity").asText()).isEqualTo("critical");
                assertThat(message.body().at("/0/labels/pair").asText()).isEqualTo("CHN-RUS");
            }
        }
    }

    @Test
    void aDeadTargetHoldsUpNobody() throws Exception {
        targets("- {name: dead, url: 'http://127.0.0.1:1/json'}", "- {name: well, url: 'http://127.0.0.1:PORT/json'}");
        begin(QUICK);
        publish(alert(Severity.CRITICAL, AlertState.OPEN));
        awaitReceived(1);
        await().atMost(LIMIT).until(() -> count("dropped") == 1);
    }

    @Test
    void whatWasNotDeliveredIsToldAfterARestart() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        publish(alert("before", "CHN-RUS", Severity.WARNING, AlertState.OPEN)); // there were no webhooks then
        Webhooks first = begin(STUBBORN);
        publish(alert("told", "CHN-RUS", Severity.WARNING, AlertState.OPEN));
        awaitReceived(1);
        refusals.set(Integer.MAX_VALUE);
        publish(
                alert("waiting", "CHN-RUS", Severity.WARNING, AlertState.OPEN),
                alert("behind", "CHN-RUS", Severity.WARNING, AlertState.OPEN));
        await().atMost(LIMIT).until(() -> count("retried") > 2);
        first.close();
        assertThat(received).hasSize(1);

        refusals.set(0);
        Webhooks second = begin(STUBBORN);
        awaitReceived(3);
        second.close();
        // A third one has nothing to repeat, and knows what was told: mere numbers are no news.
        begin(STUBBORN);
        publish(
                Alert.newBuilder(alert("told", "CHN-RUS", Severity.WARNING, AlertState.OPEN))
                        .setObserved(12.0)
                        .build(),
                alert("told", "CHN-RUS", Severity.WARNING, AlertState.RESOLVED));
        awaitReceived(4);
        assertThat(List.copyOf(received).stream()
                        .map(message -> message.body().at("/alert/id").asText()))
                .containsExactly("told", "waiting", "behind", "told");
        assertThat(states()).containsExactly("OPEN", "OPEN", "OPEN", "RESOLVED");
    }

    @Test
    void ofSeveralInstancesOneTells() throws Exception {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        begin(QUICK);
        Webhooks other = begin(QUICK);
        publish(alert("al1", "CHN-RUS", Severity.WARNING, AlertState.OPEN));
        awaitReceived(1);
        other.close();
        publish(alert("al2", "CHN-RUS", Severity.WARNING, AlertState.OPEN));
        await().atMost(LIMIT)
                .until(() -> received.stream().anyMatch(message -> message.key().startsWith("al2-")));
        assertThat(received.stream().map(Received::key).distinct()).hasSize(2);
    }
}
