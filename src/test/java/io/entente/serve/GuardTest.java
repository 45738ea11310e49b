package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.serve.http.WebServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route, in every spelling that a client may try, asks for the token, or for a local name where there is none. */
class GuardTest {
    private static final String TOKEN = "a-token-of-some-length";

    /** The path, as it is and in disguise. */
    private static List<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String encoded = path.substring(0, path.length() - last.length()) + "%" + Integer.toHexString(last.charAt(0))
                + last.substring(1);
        return List.of(
                path,
                path + "/",
                path + "//",
                "/" + path,
                path + "/.",
                "/." + path,
                "/health/live/../.." + path,
                "/webjars/.." + path,
                "/webjars/..%2f" + path.substring(1),
                "/health/%2e%2e" + path,
                path + ";v=1",
                path + "?",
                path + "#",
                encoded,
                path.toUpperCase(Locale.ROOT),
                "http://localhost" + path);
    }

    private static List<String> routes() {
        List<String> paths = new ArrayList<>();
        OpenApi.document().get("paths").fieldNames().forEachRemaining(path -> {
            String whole = path.startsWith(WebServer.BASE) || path.startsWith("/health") || path.equals("/metrics")
                    ? path
                    : WebServer.BASE + path;
            paths.add(whole.replaceAll("\\{pair\\}", "CHN-RUS").replaceAll("\\{[a-z]+\\}", "al1"));
        });
        assertThat(paths).hasSizeGreaterThan(10);
        paths.removeIf(path -> path.startsWith("/health"));
        return paths;
    }

    /** The status of an answer to a request as it stands; no client library would send some of them. */
    private static int status(URI server, String method, String target, String host, String headers)
            throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            String request = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void everyRouteOfTheApiAsksForTheToken(@TempDir Path folder) throws Exception {
        try (ApiFixture api = new ApiFixture(folder, Optional.of(TOKEN))) {
            URI server = api.uri("/");
            for (String route : routes()) {
                for (String spelling : spellings(route)) {
                    for (String method : List.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "TRACE")) {
                        assertThat(status(server, method, spelling, "localhost", ""))
                                .as("%s %s", method, spelling)
                                .isBetween(400, 499);
                    }
                }
            }
            assertThat(status(server, "GET", "/health/live", "elsewhere", "")).isEqualTo(200);
            assertThat(status(server, "GET", "/", "elsewhere", "")).isEqualTo(200);
            assertThat(status(server, "GET", "/js/main.js", "elsewhere", "")).isEqualTo(200);
        }
    }

    @Test
    void withoutATokenEveryRouteAsksForALocalName(@TempDir Path folder) throws Exception {
        try (ApiFixture api = new ApiFixture(folder, Optional.empty())) {
            for (String route : routes()) {
                for (String spelling : spellings(route)) {
                    if (!spelling.startsWith("http:")) { // that names a local host itself
                        assertThat(status(api.uri("/"), "GET", spelling, "evil.example", ""))
                                .as(spelling)
                                .isBetween(400, 499);
                    }
                }
            }
        }
    }

    @Test
    void theMetersOfAProcessWithoutServeAskForTheToken() throws Exception {
        Settings settings =
                Settings.load(Map.of("entente.http.port", "0", "entente.http.token", TOKEN), Map.of(), null);
        try (Metrics metrics = new Metrics();
                Monitoring monitoring = Monitoring.start(settings, metrics, () -> true, () -> true)
                        .orElseThrow()) {
            URI server = URI.create(monitoring.url());
            for (String spelling : spellings("/metrics")) {
                assertThat(status(server, "GET", spelling, "localhost", ""))
                        .as(spelling)
                        .isBetween(400, 499);
            }
            assertThat(status(server, "GET", "/metrics", "localhost", "Authorization: Bearer " + TOKEN + "\r\n"))
                    .isEqualTo(200);
            assertThat(status(server, "GET", "/health/ready", "localhost", "")).isEqualTo(200);
        }
    }
}
