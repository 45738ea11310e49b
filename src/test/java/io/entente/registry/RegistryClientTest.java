package io.entente.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the client finds a registry, shows who it is, and what it says when that fails. */
class RegistryClientTest {
    private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

    private final List<Stub> stubs = new ArrayList<>();

    @AfterEach
    void stop() {
        stubs.forEach(Stub::close);
    }

    @Test
    void goesOnToTheNextAddress() throws Exception {
        Stub broken = stub(503, "busy");
        Stub sound = stub(200, SCHEMA);
        RegistryClient client =
                client("schema.registry.url", "http://127.0.0.1:1, " + broken.url() + "/ ," + sound.url());
        assertThat(client.schema(1).getName()).isEqualTo("string");
        assertThat(client.schema(2).getName()).isEqualTo("string");
        assertThat(sound.requests).hasSize(2);
        assertThat(broken.requests).as("it stays with the one that answered").hasSize(1);
    }

    @Test
    void triesAgainBeforeItGivesUp() throws Exception {
        Stub recovering = stub(500, "no");
        recovering.then(429, "slow down");
        recovering.then(200, SCHEMA);
        assertThat(client("schema.registry.url", recovering.url(), "max.retries", "2")
                        .schema(1))
                .isNotNull();
        Stub broken = stub(500, "no");
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> client("schema.registry.url", broken.url(), "max.retries", "2")
                        .schema(1))
                .withMessageContaining("status 500")
                .withMessageContaining("schema with id 1");
        assertThat(broken.requests).hasSize(3);
    }

    @Test
    void waitsForAnAnswerNoLongerThanToldTo() throws Exception {
        Stub silent = stub(200, SCHEMA);
        silent.hold();
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> client(
                                "schema.registry.url", silent.url(), "http.read.timeout.ms", "50", "max.retries", "0")
                        .schema(1))
                .withMessageContaining("timed out");
    }

    @Test
    void aSilentRegistryIsWaitedForOnceByThoseWhoRead() throws Exception {
        Stub silent = stub(200, SCHEMA);
        silent.hold();
        RegistryClient client = client("schema.registry.url", silent.url(), "retries.wait.ms", "1000");
        long begin = System.nanoTime();
        for (int id = 0; id < 100; id++) {
            int asked = id;
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> client.schema(asked))
                    .withMessageContaining("schema with id " + asked);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
        assertThat(silent.requests).hasSize(1);
    }

    @Test
    void asksForAnUnknownIdOnlyOnceInAWhile() throws Exception {
        Stub registry = stub(404, "{\"error_code\":40403,\"message\":\"not here\"}");
        RegistryClient client = client("schema.registry.url", registry.url());
        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(RegistryRefusedException.class)
                    .isThrownBy(() -> client.schema(7))
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo(40403));
        }
        assertThat(registry.requests).hasSize(1);
        long[] now = {0};
        UnknownIds ids = new UnknownIds(() -> now[0]);
        RegistryRefusedException refusal = new RegistryRefusedException("not here", 404, 40403);
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> ids.guard(7, () -> {
                    throw refusal;
                }));
        now[0] = 9_999_999_999L;
        assertThatExceptionOfType(RegistryRefusedException.class).isThrownBy(() -> ids.guard(7, () -> "found"));
        now[0] = 10_000_000_000L;
        assertThat(ids.guard(7, () -> "found")).isEqualTo("found");
    }

    @Test
    void showsCredentialsToTheRegistryAndToNobodyElse() throws Exception {
        Stub registry = stub(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        String inUrl = "http://ann:s3cret@" + registry.address();
        Map<RegistryClient, String> expected = Map.of(
                client("schema.registry.url", inUrl), "Basic " + base64("ann:s3cret"),
                client("schema.registry.url", inUrl, "basic.auth.credentials.source", "URL"),
                        "Basic " + base64("ann:s3cret"),
                client(
                                "schema.registry.url", registry.url(),
                                "basic.auth.credentials.source", "USER_INFO",
                                "basic.auth.user.info", "bob:s3cret"),
                        "Basic " + base64("bob:s3cret"),
                client(
                                "schema.registry.url", registry.url(),
                                "bearer.auth.credentials.source", "STATIC_TOKEN",
                                "bearer.auth.token", "s3cret"),
                        "Bearer s3cret");
        expected.forEach((client, header) -> {
            registry.requests.clear();
            assertThatExceptionOfType(RegistryRefusedException.class)
                    .isThrownBy(() -> client.schema(1))
                    .withMessageContaining(registry.url())
                    .withMessageContaining("basic.auth.user.info")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret", base64("ann:s3cret")));
            assertThat(registry.requests).containsExactly("GET /schemas/ids/1 " + header);
            assertThat(client.urls()).doesNotContain("s3cret");
        });
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> client())
                .withMessageContaining("schema.registry.url is not set");
        for (String url : List.of("localhost:8081", "ftp://a:8081", "http://ann:s3c ret@a:8081")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> client("schema.registry.url", url))
                    .withMessageContaining("schema.registry.url")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3c"));
        }
        refused("basic.auth.credentials.source", "SASL_INHERIT", "USER_INFO");
        refused("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info");
        refused("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token");
        refused("max.retries", "many", "max.retries");
        refused("schema.registry.ssl.endpoint.identification.algorithm", "none", "host name");
        refused("schema.registry.ssl.truststore.location", "/nowhere/trust.p12", "/nowhere/trust.p12");
    }

    private void refused(String key, String value, String part) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> client("schema.registry.url", "http://a", key, value))
                .withMessageContaining(part);
    }

    @Test
    void saysThatTheAddressIsNotARegistry() throws Exception {
        Stub website = stub(200, "<html>Welcome</html>");
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> client("schema.registry.url", website.url()).schema(1))
                .withMessageContaining("is schema.registry.url the address of a schema registry?");
    }

    @Test
    void saysThatItReadsOnlyPlainAvro() throws Exception {
        Stub registry = stub(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}");
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> client("schema.registry.url", registry.url()).schema(1))
                .withMessageContaining("PROTOBUF");
    }

    @Test
    void trustsTheGivenCertificateAndShowsItsOwn(@TempDir Path folder) throws Exception {
        Path server = KeyStores.make(folder, "server");
        Path user = KeyStores.make(folder, "user");
        Stub registry = new Stub(https(server, user), 200, SCHEMA);
        stubs.add(registry);
        String url = "https://" + registry.address();
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .as("a certificate that nobody vouches for")
                .isThrownBy(() ->
                        client("schema.registry.url", url, "max.retries", "0").schema(1))
                .withMessageContaining("certif");
        String[] trust = {
            "schema.registry.url",
            url,
            "max.retries",
            "0",
            "schema.registry.ssl.truststore.location",
            server.toString(),
            "schema.registry.ssl.truststore.password",
            KeyStores.PASSWORD,
            "schema.registry.ssl.truststore.type",
            "PKCS12"
        };
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .as("no certificate of its own")
                .isThrownBy(() -> client(trust).schema(1));
        List<String> both = new ArrayList<>(List.of(trust));
        both.addAll(List.of(
                "schema.registry.ssl.keystore.location", user.toString(),
                "schema.registry.ssl.keystore.password", KeyStores.PASSWORD,
                "schema.registry.ssl.key.password", KeyStores.PASSWORD));
        assertThat(client(both.toArray(String[]::new)).schema(1)).isNotNull();
    }

    private static HttpServer https(Path keys, Path trusted) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(load(keys), KeyStores.PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(trusted));
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        return server;
    }

    private static KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, KeyStores.PASSWORD.toCharArray());
        }
        return store;
    }

    private static RegistryClient client(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("retries.wait.ms", "1"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return RegistryClient.of(all);
    }

    private Stub stub(int status, String body) throws IOException {
        Stub stub = new Stub(
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0), status, body);
        stubs.add(stub);
        return stub;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** A server that gives the answers it was told to, the last of them for ever. */
    private static final class Stub implements AutoCloseable {
        private record Answer(int status, String body) {}

        private final HttpServer server;
        private final List<Answer> answers = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private volatile boolean held;

        Stub(HttpServer server, int status, String body) {
            this.server = server;
            then(status, body);
            server.createContext("/", this::answer);
            server.start();
        }

        void then(int status, String body) {
            answers.add(new Answer(status, body));
        }

        /** Never answers. */
        void hold() {
            held = true;
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        String url() {
            return "http://" + address();
        }

        private void answer(HttpExchange exchange) throws IOException {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                    + (authorization == null ? "" : " " + authorization));
            if (held) {
                return;
            }
            Answer answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
            byte[] body = answer.body.getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
