package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.config.Settings;
import io.entente.pipeline.Cluster;
import io.entente.serve.Sample;
import io.entente.serve.model.ReadModel;
import io.entente.topology.Topics;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topic through a real Alertmanager to its own receiver. Skipped where it is not installed. */
class AlertmanagerIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> notified = Collections.synchronizedList(new ArrayList<>());
    private int port;

    @Test
    void holdsAnAlertOpenForItsLifeAndSeesItsEnd() throws Exception {
        Javalin receiver = Javalin.create(config -> config.routes.post("/", context -> JSON.readTree(context.body())
                        .path("alerts")
                        .forEach(alert -> notified.add(alert.path("status").asText() + " "
                                + alert.at("/labels/alert_id").asText() + " "
                                + alert.at("/annotations/severity").asText()))))
                .start("127.0.0.1", 0);
        Process alertmanager = alertmanager(receiver.port());
        try (Cluster cluster = new Cluster(folder);
                ReadModel model =
                        new ReadModel(folder.resolve("model"), new ReadModel.Limits(Duration.ofDays(90), 10, 10))) {
            await().atMost(LIMIT).ignoreExceptions().until(() -> alerts().isArray());
            Path file = Files.writeString(
                    folder.resolve("webhooks.yaml"),
                    "webhooks: [{name: am, shape: alertmanager, url: 'http://127.0.0.1:" + port + "/api/v2/alerts'}]");
            Settings settings = cluster.settings(
                    "am", 1, 1, Map.of("entente.webhooks", file.toString(), "entente.webhooks.max-age", "PT0S"));
            Topics topics = Cluster.topics(settings);
            try (Webhooks webhooks = begin(settings, topics, model)) {
                assertThat(webhooks).isNotNull();
                publish(settings, topics, alert("al1", Severity.INFO, AlertState.OPEN));
                publish(settings, topics, alert("al2", Severity.INFO, AlertState.OPEN));
                await().atMost(LIMIT).until(() -> alerts().size() == 2);
                publish(settings, topics, alert("al1", Severity.CRITICAL, AlertState.OPEN));
                await().atMost(LIMIT)
                        .until(() -> alerts().findValuesAsText("severity").contains("critical"));
                assertThat(alerts()).as("an alert that rises is still one").hasSize(2);
            }
            JsonNode open = alerts().get(0);
            assertThat(Instant.parse(open.path("endsAt").asText()))
                    .isAfter(Instant.now().plus(Duration.ofMinutes(10)));
            assertThat(Instant.parse(open.path("startsAt").asText())).isEqualTo(Sample.NOON);

            Instant stopped = Instant.now();
            try (Webhooks webhooks = begin(settings, topics, model)) {
                assertThat(webhooks).isNotNull();
                await("what is open is sent again")
                        .atMost(LIMIT)
                        .until(() -> alerts().findValuesAsText("updatedAt").stream()
                                .allMatch(text -> Instant.parse(text).isAfter(stopped)));
                publish(settings, topics, alert("al1", Severity.CRITICAL, AlertState.RESOLVED));
                await().atMost(LIMIT)
                        .until(() -> alerts().findValuesAsText("alert_id").equals(List.of("al2")));
                await("Alertmanager says so itself")
                        .atMost(LIMIT)
                        .until(() -> notified.contains("resolved al1 critical"));
            }
            assertThat(notified).contains("firing al2 info").noneMatch(line -> line.startsWith("resolved al2"));
        } finally {
            alertmanager.destroy();
            alertmanager.waitFor();
            receiver.stop();
        }
    }

    private Process alertmanager(int receiver) throws IOException {
        Path config = Files.writeString(
                folder.resolve("alertmanager.yml"),
                """
                route: {receiver: test, group_by: [alert_id], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: test
                    webhook_configs: [{url: 'http://127.0.0.1:%d/', send_resolved: true}]
                """
                        .formatted(receiver));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        for (String name : List.of("prometheus-alertmanager", "alertmanager")) {
            try {
                return new ProcessBuilder(
                                name,
                                "--config.file=" + config,
                                "--storage.path=" + folder.resolve("alertmanager"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--cluster.listen-address=")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("alertmanager.log").toFile())
                        .start();
            } catch (IOException e) {
                continue; // the next name
            }
        }
        assumeTrue(false, "Alertmanager is not installed (Debian: apt-get install prometheus-alertmanager)");
        throw new IllegalStateException();
    }

    private Webhooks begin(Settings settings, Topics topics, ReadModel model) throws Exception {
        Webhooks webhooks = Webhooks.start(
                settings, topics, model.attention(), () -> true, new SimpleMeterRegistry(), Clock.systemUTC());
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            await().atMost(LIMIT).until(() -> !admin.listConsumerGroupOffsets(settings.applicationId("webhook-am"))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .isEmpty());
        }
        return webhooks;
    }

    /** Of the past, as in a demo. */
    private static Alert alert(String id, Severity severity, AlertState state) {
        Alert.Builder alert = Alert.newBuilder(Sample.alert(id, "CHN-RUS", state, Sample.NOON))
                .setSeverity(severity);
        return state == AlertState.OPEN
                ? alert.build()
                : alert.setResolvedAt(Sample.NOON.plus(Duration.ofDays(2))).build();
    }

    private static void publish(Settings settings, Topics topics, Alert alert) {
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                new HashMap<String, Object>(settings.kafkaConfig()),
                topics.alerts().key().serializer(),
                topics.alerts().value().serializer())) {
            producer.send(new ProducerRecord<>(topics.alerts().name(), alert.getPair() + "|" + alert.getId(), alert));
        }
    }

    private JsonNode alerts() throws Exception {
        URI url = URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
        return JSON.readTree(http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body());
    }
}
