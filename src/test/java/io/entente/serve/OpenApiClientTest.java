package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that knows nothing but the OpenAPI document. */
class OpenApiClientTest {
    @TempDir
    private static Path folder;

    private static DashboardFixture served;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        served = new DashboardFixture(folder);
        served.feed(Screenshots.sampleFeed());
        document = get(URI.create(served.url()).resolve("/api/v1/openapi.json"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** An operation of the document. */
    private record Operation(String path, JsonNode definition) {
        /** Looks one up by its id. */
        static Operation of(String id) {
            for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (id.equals(method.getValue().path("operationId").asText())) {
                        return new Operation(path.getKey(), method.getValue());
                    }
                }
            }
            throw new AssertionError("the document has no operation " + id);
        }

        /** Asks; every parameter must be one that the document knows. */
        JsonNode ask(Map<String, String> values) throws IOException, InterruptedException {
            String address = path;
            List<String> query = new ArrayList<>();
            for (Map.Entry<String, String> value : values.entrySet()) {
                String encoded = URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8);
                if (parameter(value.getKey()).get("in").asText().equals("path")) {
                    address = address.replace("{" + value.getKey() + "}", encoded.replace("+", "%20"));
                } else {
                    query.add(value.getKey() + "=" + encoded);
                }
            }
            assertThat(address).as("every part of the path is known").doesNotContain("{");
            return get(
                    URI.create(served.url()).resolve(address + (query.isEmpty() ? "" : "?" + String.join("&", query))));
        }

        JsonNode parameter(String name) {
            for (JsonNode parameter : definition.path("parameters")) {
                JsonNode known = parameter.has("$ref")
                        ? document.at(parameter.get("$ref").asText().substring(1))
                        : parameter;
                if (known.path("name").asText().equals(name)) {
                    return known;
                }
            }
            throw new AssertionError(path + " has no parameter " + name);
        }

        JsonNode links() {
            return definition.at("/responses/200/links");
        }

        /** Goes on from an answer along one of the operation's links. */
        JsonNode follow(JsonNode answer, String link) throws IOException, InterruptedException {
            JsonNode found = links().get(link);
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> parameter : found.get("parameters").properties()) {
                JsonNode value = answer.at(parameter.getValue().asText().replace("$response.body#", ""));
                assertThat(value.isMissingNode())
                        .as(parameter + " in " + answer)
                        .isFalse();
                values.put(parameter.getKey(), value.asText());
            }
            return of(found.get("operationId").asText()).ask(values);
        }
    }

    private static JsonNode get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return ApiFixture.JSON.readTree(answer.body());
    }

    @Test
    void listsAlertsAndFollowsOneToItsSentence() throws Exception {
        Operation listAlerts = Operation.of("listAlerts");
        JsonNode alerts = listAlerts.ask(Map.of("state", "open", "severity", "warning"));
        assertThat(alerts.get("items")).isNotEmpty();
        JsonNode alert = listAlerts.follow(alerts, "alert");
        JsonNode event = Operation.of("getAlert").follow(alert, "event");
        JsonNode article = Operation.of("getEvent").follow(event, "article");

        JsonNode statement = event.at("/statements/0");
        String text =
                article.path("title").asText() + "\n\n" + article.get("body").asText();
        assertThat(text.substring(
                        statement.get("begin").asInt(), statement.get("end").asInt()))
                .isEqualTo(statement.get("sentence").asText())
                .isEqualTo(alert.at("/evidence/0/sentence").asText())
                .contains(statement.get("trigger").asText());
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        int followed = 0;
        for (JsonNode path : document.get("paths")) {
            for (JsonNode method : path) {
                Operation from = Operation.of(method.get("operationId").asText());
                if (from.path().contains("{")) {
                    continue;
                }
                for (Map.Entry<String, JsonNode> link : from.links().properties()) {
                    JsonNode one = from.follow(from.ask(Map.of()), link.getKey());
                    Operation next =
                            Operation.of(link.getValue().get("operationId").asText());
                    for (Map.Entry<String, JsonNode> further : next.links().properties()) {
                        assertThat(next.follow(one, further.getKey())).isNotEmpty();
                        followed++;
                    }
                }
            }
        }
        assertThat(followed).isGreaterThanOrEqualTo(6);
        assertThat(Objects.requireNonNull(document.get("openapi")).asText()).startsWith("3.1");
    }
}
