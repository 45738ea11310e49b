package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.config.Settings;
import io.entente.config.SettingsException;
import io.entente.ops.Metrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A process that runs stages and no SERVE. */
class MonitoringTest {
    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final AtomicBoolean ready = new AtomicBoolean();

    private static Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putIfAbsent("entente.http.port", "0");
        return Settings.load(all, Map.of(), null);
    }

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void showsMetersAndHealthAndNothingElse() throws Exception {
        try (Metrics metrics = new Metrics();
                Monitoring monitoring = Monitoring.start(settings(Map.of()), metrics, alive::get, ready::get)
                        .orElseThrow()) {
            assertThat(get(monitoring.url() + "/metrics").body()).contains("jvm_memory_used_bytes");
            assertThat(get(monitoring.url() + "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(monitoring.url() + "/health/ready").statusCode()).isEqualTo(503);
            ready.set(true);
            assertThat(get(monitoring.url() + "/health/ready").statusCode()).isEqualTo(200);
            alive.set(false);
            assertThat(get(monitoring.url() + "/health/live").statusCode()).isEqualTo(503);
            assertThat(get(monitoring.url() + "/").statusCode()).isEqualTo(404);
            assertThat(get(monitoring.url() + "/api/v1/status").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theMetersWantTheTokenAndHealthDoesNot() throws Exception {
        String token = "0123456789abcdef";
        try (Metrics metrics = new Metrics();
                Monitoring monitoring = Monitoring.start(
                                settings(Map.of("entente.http.token", token)), metrics, alive::get, ready::get)
                        .orElseThrow()) {
            assertThat(get(monitoring.url() + "/metrics").statusCode()).isEqualTo(401);
            assertThat(get(monitoring.url() + "/metrics", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(monitoring.url() + "/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortKeepsNoStageFromItsWorkButAnOpenDoorDoes() {
        try (Metrics metrics = new Metrics();
                Monitoring monitoring = Monitoring.start(settings(Map.of()), metrics, alive::get, ready::get)
                        .orElseThrow()) {
            String port = "" + URI.create(monitoring.url()).getPort();
            assertThat(Monitoring.start(settings(Map.of("entente.http.port", port)), metrics, alive::get, ready::get))
                    .isEmpty();
            assertThatThrownBy(() -> Monitoring.start(
                            settings(Map.of("entente.http.host", "0.0.0.0")), metrics, alive::get, ready::get))
                    .isInstanceOf(SettingsException.class);
        }
    }
}
