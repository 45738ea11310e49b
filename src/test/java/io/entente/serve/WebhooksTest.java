package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.config.SettingsException;
import io.entente.serve.model.ReadModel;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks against a receiver that is not always in the mood. */
class WebhooksTest {
    private static final Webhooks.Patience QUICK =
            new Webhooks.Patience(Duration.ofMillis(5), Duration.ofMillis(20), 10);

    private record Received(String path, String key, JsonNode body) {}

    @TempDir
    private Path folder;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refusals = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Javalin receiver;
    private ReadModel model;
    private Webhooks webhooks;

    @BeforeEach
    void start() throws IOException {
        receiver = Javalin.create(config -> config.routes.post("/{shape}", context -> {
                    if (refusals.getAndDecrement() > 0) {
                        context.status(503);
                    } else {
                        received.add(new Received(
                                context.path(),
                                context.header("Idempotency-Key"),
                                ApiFixture.JSON.readTree(context.body())));
                    }
                }))
                .start("127.0.0.1", 0);
        model = new ReadModel(folder.resolve("model"), new ReadModel.Limits(Duration.ofDays(90), 10, 10));
    }

    private void targets(String... lines) throws IOException {
        Path file = folder.resolve("webhooks.yaml");
        Files.writeString(file, "webhooks:\n" + String.join("\n", lines).replace("PORT", "" + receiver.port()));
        webhooks = new Webhooks(WebhookTarget.read(file), model.attention(), meters, QUICK, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        if (webhooks != null) {
            webhooks.close();
        }
        receiver.stop();
        model.close();
    }

    private static Alert alert(Severity severity, AlertState state) {
        return Alert.newBuilder(Sample.alert("al1", "CHN-RUS", state, Sample.NOON))
                .setSeverity(severity)
                .setMessage("Tension <rose> & rose.")
                .build();
    }

    @Test
    void triesUntilTheReceiverTakesItAndUnderOneId() throws IOException {
        targets("- {name: a, url: 'http://127.0.0.1:PORT/json'}");
        refusals.set(3);
        webhooks.alert(alert(Severity.WARNING, AlertState.OPEN));
        await().until(() -> received.size() == 1);
        assertThat(received.get(0).key()).isEqualTo(WebhookBody.id(alert(Severity.WARNING, AlertState.OPEN)));
        assertThat(received.get(0).body().at("/alert/evidence/0/sentence").asText())
                .contains("accused");
        assertThat(meters.get("entente.webhooks")
                        .tag("outcome", "retried")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void tellsOfWhatIsNewOnly() throws IOException {
        targets("- {url: 'http://127.0.0.1:PORT/json', severity: warning}");
        webhooks.alert(alert(Severity.INFO, AlertState.OPEN));
        webhooks.alert(alert(Severity.WARNING, AlertState.OPEN));
        webhooks.alert(Alert.newBuilder(alert(Severity.WARNING, AlertState.OPEN))
                .setObserved(12.0)
                .build());
        webhooks.alert(alert(Severity.WARNING, AlertState.RESOLVED));
        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(message -> message.body().at("/alert/state").asText())
                .containsExactly("OPEN", "RESOLVED");
    }

    @Test
    void speaksSlackAndAlertmanager() throws IOException {
        targets(
                "- {url: 'http://127.0.0.1:PORT/slack', shape: slack}",
                "- {url: 'http://127.0.0.1:PORT/alertmanager', shape: alertmanager}");
        webhooks.alert(alert(Severity.CRITICAL, AlertState.OPEN));
        await().until(() -> received.size() == 2);
        for (Received message : received) {
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
    void aDeadTargetHoldsUpNobody() throws IOException {
        targets("- {name: dead, url: 'http://127.0.0.1:1/json'}", "- {name: well, url: 'http://127.0.0.1:PORT/json'}");
        webhooks.alert(alert(Severity.CRITICAL, AlertState.OPEN));
        await().until(() -> received.size() == 1);
        await().until(() ->
                meters.find("entente.webhooks").tag("outcome", "dropped").counter() != null);
    }

    @Test
    void saysWhatIsWrongInTheFile() {
        assertThatThrownBy(() -> targets("- {url: 'file:///etc/passwd'}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> targets("- {url: 'http://x.example/', shape: fax}"))
                .hasMessageContaining("'shape' cannot be 'fax'");
        assertThatThrownBy(() -> targets("- {adress: 'http://x.example/'}"))
                .hasMessageContaining("unknown key 'adress'");
    }
}
