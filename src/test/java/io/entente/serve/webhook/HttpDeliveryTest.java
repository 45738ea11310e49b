package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.serve.Sample;
import io.entente.serve.webhook.DeliveryResult.Kind;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Alert ALERT = Sample.alert("al1", "CHN-RUS", AlertState.OPEN, Sample.NOON);

    private Javalin receiver;

    @BeforeEach
    void start() {
        receiver = Javalin.create(config -> config.routes.post("/{status}", context -> {
                    String after = context.queryParam("after");
                    if (after != null) {
                        context.header("Retry-After", after);
                    }
                    context.header("Location", "/200");
                    context.status(Integer.parseInt(context.pathParam("status")));
                }))
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    private DeliveryResult post(String path, Map<String, String> headers) throws InterruptedException {
        return post(receiver.port(), path, headers);
    }

    private static DeliveryResult post(int port, String path, Map<String, String> headers) throws InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + port + path);
        return new HttpDelivery(new WebhookTarget("t", url, Shape.JSON, Severity.INFO, Set.of(), headers, null, null))
                .tell(ALERT, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "202, TAKEN",
        "204, TAKEN",
        "301, REFUSED",
        "302, REFUSED",
        "307, REFUSED",
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "410, REFUSED",
        "413, REFUSED",
        "422, REFUSED",
        "408, FAILED",
        "425, FAILED",
        "429, FAILED",
        "500, FAILED",
        "502, FAILED",
        "503, FAILED",
        "504, FAILED",
    })
    void knowsWhatPassesAndWhatDoesNot(int status, Kind kind) throws InterruptedException {
        DeliveryResult result = post("/" + status, Map.of());
        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.problem()).isEqualTo(kind == Kind.TAKEN ? "" : "status " + status);
    }

    @Test
    void readsHowLongTheTargetWantsToBeLeftAlone() throws InterruptedException {
        assertThat(post("/429?after=90", Map.of()).after()).hasValue(Duration.ofSeconds(90));
        assertThat(post("/503?after=Sun,%2001%20Mar%202026%2012:05:00%20GMT", Map.of())
                        .after())
                .hasValue(Duration.ofMinutes(5));
        assertThat(post("/503?after=99999999", Map.of()).after()).hasValue(Duration.ofDays(1));
        assertThat(post("/503?after=soon", Map.of()).after()).isEmpty();
        assertThat(post("/503?after=Sun,%2001%20Mar%202026%2011:00:00%20GMT", Map.of())
                        .after())
                .as("a time that is over")
                .isEmpty();
    }

    @Test
    void aTargetThatIsNotThereMayComeBack() throws InterruptedException {
        int port = receiver.port();
        receiver.stop();
        DeliveryResult result = post(port, "/secret-path", Map.of("Authorization", "Bearer s3cret"));
        assertThat(result.kind()).isEqualTo(Kind.FAILED);
        assertThat(result.problem()).isEqualTo("ConnectException");
    }
}
