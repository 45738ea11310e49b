package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.entente.avro.Event;
import io.entente.config.SettingsException;
import io.entente.serve.http.Access;
import io.entente.serve.http.Problem;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers, to friends and to foes. */
class ApiTest {
    private static final String LIVE = "/api/v1/live";

    private static ApiFixture api;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        api = new ApiFixture(folder, Optional.empty());
        document = api.json("/api/v1/openapi.json");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/v1/pairs /api/v1/pairs",
                "/api/v1/pairs?sort=change&order=asc&q=china&limit=1 /api/v1/pairs",
                "/api/v1/pairs/CHN-RUS /api/v1/pairs/{pair}",
                "/api/v1/pairs/CHN-RUS?granularity=hour&days=1 /api/v1/pairs/{pair}",
                "/api/v1/actors /api/v1/actors",
                "/api/v1/matrix?actors=3 /api/v1/matrix",
                "/api/v1/events?limit=2 /api/v1/events",
                "/api/v1/events/e1 /api/v1/events/{id}",
                "/api/v1/statements /api/v1/statements",
                "/api/v1/statements/s-e1 /api/v1/statements/{id}",
                "/api/v1/articles/a%2Fe%201 /api/v1/articles/{id}",
                "/api/v1/alerts /api/v1/alerts",
                "/api/v1/alerts?state=open&severity=warning /api/v1/alerts",
                "/api/v1/alerts/al1 /api/v1/alerts/{id}",
                "/api/v1/mutes /api/v1/mutes",
                "/api/v1/status /api/v1/status"
            })
    void answersAsTheDocumentSays(String address, String path) throws Exception {
        HttpResponse<String> answer = api.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(faults(path, "get", "200", answer.body())).isEmpty();
    }

    @Test
    void everyPathOfTheDocumentIsServed() throws Exception {
        for (var paths = document.get("paths").fields(); paths.hasNext(); ) {
            var path = paths.next();
            String address = path.getKey().replace("{pair}", "CHN-RUS").replace("{id}", "nothing");
            for (var methods = path.getValue().fields(); methods.hasNext(); ) {
                var known = methods.next();
                String method = known.getKey().toUpperCase(Locale.ROOT);
                String body = known.getValue().has("requestBody") ? "{}" : "";
                if (!address.equals(LIVE)) {
                    assertThat(api.send(method, address, body).statusCode())
                            .as(method + " " + address)
                            .isNotEqualTo(405)
                            .isLessThan(500);
                }
            }
        }
    }

    /** What is wrong with a body by the document's own schema; properties that the document does not know are faults. */
    private static Set<ValidationMessage> faults(String path, String method, String status, String body)
            throws Exception {
        JsonNode schema = document.at("/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + status
                + "/content/application~1json/schema");
        assertThat(schema.isObject()).as(path).isTrue();
        ObjectNode root = document.deepCopy();
        root.setAll((ObjectNode) schema);
        root.put("unevaluatedProperties", false);
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        return compiled.validate(ApiFixture.JSON.readTree(body));
    }

    @Test
    void aClientFollowsAnAlertToTheSentence() throws Exception {
        JsonNode alert = api.json("/api/v1/alerts?state=open").at("/items/0");
        JsonNode detail = api.json("/api/v1/alerts/" + alert.get("id").asText());
        JsonNode event =
                api.json("/api/v1/events/" + detail.at("/evidence/0/eventId").asText());
        JsonNode article =
                api.json("/api/v1/statements/" + event.at("/statements/0/id").asText());
        assertThat(article.get("sentence").asText()).isEqualTo("The minister accused the neighbour of theft.");
    }

    @Test
    void pagesJoinToTheWhole() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.json("/api/v1/events?limit=4" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void knownAnswersAreNotSentAgain() throws Exception {
        HttpResponse<String> first = api.get("/api/v1/pairs");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = api.send(api.request("/api/v1/pairs").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        HttpRequest.Builder head = api.request("/api/v1/pairs").method("HEAD", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> answer = api.send(head);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(api.get("/api/v1/pairs").headers().firstValue("ETag"));
        HttpRequest.Builder nothing =
                api.request("/api/v1/events/nothing").method("HEAD", HttpRequest.BodyPublishers.noBody());
        assertThat(api.send(nothing).statusCode()).isEqualTo(404);
    }

    @Test
    void largeAnswersAreCompressedWhereTheClientCan() throws Exception {
        HttpResponse<java.io.InputStream> answer = api.client.send(
                api.request("/api/v1/events").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        String body = new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ApiFixture.JSON.readTree(body).get("items")).hasSize(16);
    }

    @Test
    void csvHasNoCellThatASpreadsheetWouldRun() throws Exception {
        HttpResponse<String> answer = api.get("/api/v1/events?format=csv&q=calc");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body().split("\r\n")).hasSize(2);
        assertThat(answer.body()).contains("\"'=cmd|' /C calc'!A0").doesNotContain("javascript:");
    }

    @Test
    void foreignSchemesAreNoLinks() throws Exception {
        assertThat(api.json("/api/v1/events/e1").has("url")).isFalse();
        assertThat(api.json("/api/v1/events/e0-CHN-RUS").has("url")).isTrue();
    }

    @Test
    void anAnswerHoldsUntilSomethingChanges() throws Exception {
        JsonNode before = api.json("/api/v1/events");
        assertThat(api.json("/api/v1/events")).isEqualTo(before);
        Event event = Sample.event("brand-new", "CHN", "RUS", Instant.parse("2024-03-10T11:00:00Z"));
        api.model.event("CHN-RUS|brand-new", event);
        assertThat(api.json("/api/v1/events").findValuesAsText("id")).contains("brand-new");
        api.model.event("CHN-RUS|brand-new", null);
        assertThat(api.json("/api/v1/events")).isEqualTo(before);
    }

    @Test
    void aDownloadIsOneWheneverItIsAsked() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = api.get("/api/v1/pairs?format=csv");
            assertThat(answer.headers().firstValue("Content-Disposition")).isPresent();
        }
    }

    @Test
    void mutesAndAcknowledgementsShow() throws Exception {
        assertThat(api.send("PUT", "/api/v1/alerts/al2/acknowledgement", "{\"note\":\"seen\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(api.json("/api/v1/alerts/al2").get("acknowledgedNote").asText())
                .isEqualTo("seen");
        assertThat(api.json("/api/v1/alerts?acknowledged=false&state=resolved").get("items"))
                .isEmpty();
        assertThat(api.send("DELETE", "/api/v1/alerts/al2/acknowledgement", "").statusCode())
                .isEqualTo(204);
        assertThat(api.json("/api/v1/alerts/al2").get("acknowledged").asBoolean())
                .isFalse();

        String mute = "{\"pair\":\"CHN-USA\",\"kind\":\"TENSION_SURGE\",\"until\":\"2030-01-01T00:00:00Z\"}";
        assertThat(api.send("PUT", "/api/v1/mutes", mute).statusCode()).isEqualTo(202);
        assertThat(api.json("/api/v1/alerts/al2").get("mutedUntil").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(faults(
                        "/api/v1/mutes", "get", "200", api.get("/api/v1/mutes").body()))
                .isEmpty();
        assertThat(api.send("DELETE", "/api/v1/mutes?pair=CHN-USA&kind=TENSION_SURGE", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api.json("/api/v1/mutes").get("items")).isEmpty();
    }

    @Test
    void codesAPastedText() throws Exception {
        HttpResponse<String> answer = api.send("POST", "/api/v1/code", "{\"body\":\"Some text.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(faults("/api/v1/code", "post", "200", answer.body())).isEmpty();
        String long1 = "{\"body\":\"" + "x".repeat(CodeApi.MAX_CHARACTERS + 1) + "\"}";
        assertThat(api.send("POST", "/api/v1/code", long1).statusCode()).isEqualTo(413);
        String huge = "{\"body\":\"" + "x".repeat(2 << 20) + "\"}";
        assertThat(api.send("POST", "/api/v1/code", huge).statusCode()).isEqualTo(413);
        for (String wrong : List.of("", "[]", "{", "{\"body\":7}", "{}", "{\"body\":\"\"}", "[".repeat(100_000))) {
            assertProblem(api.send("POST", "/api/v1/code", wrong), 400);
        }
    }

    @Test
    void aForeignPageCannotWrite() throws Exception {
        HttpRequest.Builder form = api.request("/api/v1/mutes")
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"pair\":\"CHN-RUS\",\"until\":\"2030-01-01T00:00:00Z\"}"));
        assertProblem(api.send(form), 415);
        assertThat(Raw.status(api.uri("/"), "GET /api/v1/pairs HTTP/1.1\r\nHost: evil.example\r\n"))
                .isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "%00",
                "\u0000",
                "\ud83d\ude00",
                "-1",
                "1e309",
                "99999999999999999999",
                "*",
                "CHN-",
                "-",
                "RUS-CHN",
                "2024-13-45",
                "${jndi:ldap://x}",
                "AAAA",
                "\r\nX: y",
                "0000-01-01",
                "+999999999-12-31T23:59:59Z",
                "true,false",
                ","
            })
    void hostileParametersAreAnsweredCalmly(String value) throws Exception {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (var paths = document.get("paths").fields(); paths.hasNext(); ) {
            var path = paths.next();
            if (!path.getValue().has("get") || path.getKey().equals(LIVE)) {
                continue;
            }
            String address = path.getKey().replaceAll("\\{\\w+}", encoded.replace("+", "%20"));
            calm(address);
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                JsonNode known = parameter.has("$ref")
                        ? document.at(parameter.get("$ref").asText().substring(1))
                        : parameter;
                if (known.get("in").asText().equals("query")) {
                    calm(path.getKey().replace("{pair}", "CHN-RUS").replace("{id}", "e1") + "?"
                            + known.get("name").asText() + "=" + encoded);
                }
            }
        }
        calm(LIVE + "?names=" + encoded);
        assertProblem(api.get("/api/v1/pairs?" + encoded + "=1"), 400);
    }

    private static void calm(String address) throws Exception {
        HttpResponse<String> answer = api.get(address);
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400 && address.startsWith("/api/v1/") && !address.contains("%00")) {
            assertProblem(answer, answer.statusCode());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.TYPE);
        JsonNode problem = ApiFixture.JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("Exception", "io.entente");
    }

    @Test
    void wrongMethodsAndAddresses() throws Exception {
        assertProblem(api.send("POST", "/api/v1/pairs", "{}"), 405);
        assertProblem(api.get("/api/v1/nothing"), 404);
        assertProblem(api.get("/api/v1/pairs/AAA-BBB"), 404);
        assertProblem(api.get("/api/v1/events?cursor=AAAA"), 400);
        assertProblem(api.get("/api/v1/pairs?days=1&days=2"), 400);
        assertProblem(api.get("/api/v1/pairs?q=" + "x".repeat(201)), 400);
        assertProblem(api.get(LIVE), 406);
        assertThat(api.get("/api/v1/pairs?q=" + "x".repeat(20_000)).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void everyAnswerBearsTheSecurityHeaders() throws Exception {
        for (String address : List.of("/api/v1/pairs", "/api/v1/nothing", "/health/live", "/nothing")) {
            var headers = api.get(address).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void aQueryThatCannotBeDecodedAndALongCursorGetTheRightMessage() throws Exception {
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", api.uri("/").getPort())) {
            String request = "GET /api/v1/events?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("percent-encoded");
        }
        HttpResponse<String> cursor = api.get("/api/v1/events?cursor=" + "A".repeat(401));
        assertProblem(cursor, 400);
        assertThat(cursor.body()).contains("longer than 400 characters");
    }

    @Test
    void statusHoldsNoSecrets() throws Exception {
        assertThat(api.get("/api/v1/status").body()).doesNotContainIgnoringCase("password", "token", "secret");
    }

    @Test
    void withATokenItIsAskedFor(@TempDir Path folder) throws Exception {
        String token = "a-token-of-some-length";
        try (ApiFixture guarded = new ApiFixture(folder, Optional.of(token))) {
            assertProblem(guarded.get("/api/v1/pairs"), 401);
            assertThat(guarded.get("/health/live").statusCode()).isEqualTo(200);
            assertProblem(
                    guarded.send(guarded.request("/api/v1/pairs").header("Authorization", "Bearer " + token + "x")),
                    401);
            assertThat(guarded.send(guarded.request("/api/v1/pairs").header("Authorization", "bearer " + token))
                            .statusCode())
                    .isEqualTo(200);

            HttpResponse<String> session = guarded.send(guarded.request("/api/v1/session")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(token);
            assertThat(guarded.send(guarded.request("/api/v1/pairs").header("Cookie", cookie.split(";")[0]))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void listensWiderOnlyWithAToken() {
        assertThatThrownBy(() -> Access.of("0.0.0.0", Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("entente.http.token");
        assertThatThrownBy(() -> Access.of("0.0.0.0", Optional.of("short"))).isInstanceOf(SettingsException.class);
        assertThat(Access.of("0.0.0.0", Optional.of("0123456789abcdef"))).isNotNull();
    }
}
