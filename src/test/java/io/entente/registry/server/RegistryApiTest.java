package io.entente.registry.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the genuine client does not show: content types, bodies that make no sense, odd names. */
class RegistryApiTest {
    private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
    private static final String V1 = "application/vnd.schemaregistry.v1+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private MemoryRegistry registry;

    @BeforeEach
    void start() {
        registry = new MemoryRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {V1, "application/vnd.schemaregistry+json", "application/json", "application/json; charset=utf-8"
            })
    void takesAndGivesEachContentType(String type) throws Exception {
        HttpResponse<String> response = send("POST", "/subjects/s/versions", STRING, type, type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"id\":1}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type.replaceAll(";.*", ""));
    }

    @Test
    void prefersItsOwnContentTypeAndRefusesOthers() throws Exception {
        assertThat(send("GET", "/subjects", "", "", "*/*").headers().firstValue("Content-Type"))
                .hasValue(V1);
        assertThat(send("GET", "/subjects", "", "", "text/html, */*;q=0.1")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue(V1);
        refused(406, send("GET", "/subjects", "", "", "text/html"));
        refused(415, send("POST", "/subjects/s/versions", STRING, "text/plain", V1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "42201 | {\"schema\":\"{\\\"type\\\":\\\"nonsense\\\"}\"}",
                "42201 | {}",
                "42201 | {\"schema\":\"syntax\",\"schemaType\":\"PROTOBUF\"}",
                "42201 | {\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"A\",\"subject\":\"a\",\"version\":1}]}",
                "42205 | {\"schema\":\"\\\"string\\\"\",\"id\":5}",
                "400   | {\"schema\"",
                "400   | []",
            })
    void refusesBodiesThatItCannotRegister(int code, String body) throws Exception {
        refused(code, send("POST", "/subjects/s/versions", body, V1, V1));
        assertThat(send("GET", "/subjects", "", "", V1).body()).isEqualTo("[]");
    }

    @Test
    void keepsTextBeyondAscii() throws Exception {
        String schema =
                "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"E\\\",\\\"doc\\\":\\\"d\u00e9j\u00e0 \u4e2d\\\",\\\"symbols\\\":[]}\"}";
        send("POST", "/subjects/s/versions", schema, V1, V1);
        assertThat(send("GET", "/schemas/ids/1", "", "", V1).body()).contains("d\u00e9j\u00e0 \u4e2d");
    }

    @Test
    void answersUnknownPathsAndMethodsInTheSameForm() throws Exception {
        refused(404, send("GET", "/nowhere", "", "", V1));
        refused(405, send("PUT", "/subjects", "{}", V1, V1));
        refused(42202, send("GET", "/subjects/s/versions/0", "", "", V1));
        refused(404, send("GET", "/schemas/ids/one", "", "", V1));
    }

    @Test
    void givesRawSchemasTypesAndTheLargestId() throws Exception {
        send("POST", "/subjects/s/versions", STRING, V1, V1);
        send("POST", "/subjects/t/versions", "{\"schema\":\"\\\"long\\\"\"}", V1, V1);
        assertThat(send("GET", "/subjects/s/versions/latest/schema", "", "", V1).body())
                .isEqualTo("\"string\"");
        assertThat(send("GET", "/schemas/ids/1/schema", "", "", V1).body()).isEqualTo("\"string\"");
        assertThat(send("GET", "/schemas/ids/1?fetchMaxId=true", "", "", V1).body())
                .isEqualTo("{\"schema\":\"\\\"string\\\"\",\"maxId\":2}");
        assertThat(send("GET", "/schemas/types", "", "", V1).body()).isEqualTo("[\"AVRO\"]");
    }

    @Test
    void fallsBackToTheGlobalLevel() throws Exception {
        refused(40408, send("GET", "/config/s", "", "", V1));
        assertThat(send("GET", "/config/s?defaultToGlobal=true", "", "", V1).body())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(send("PUT", "/config/s", "{\"compatibility\":\"full\"}", V1, V1)
                        .body())
                .isEqualTo("{\"compatibility\":\"FULL\"}");
        assertThat(send("DELETE", "/config/s", "", "", V1).body()).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
        refused(40409, send("GET", "/mode/s", "", "", V1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a%2Fb", "%3Acontext%3As", "%E4%B8%AD-value", "a%25b", "a+b"})
    void servesSubjectsOfAnyName(String encoded) throws Exception {
        assertThat(send("POST", "/subjects/" + encoded + "/versions", STRING, V1, V1)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/subjects/" + encoded + "/versions", "", "", V1).body())
                .isEqualTo("[1]");
        String name = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
        JsonNode subjects =
                new ObjectMapper().readTree(send("GET", "/subjects", "", "", V1).body());
        assertThat(subjects.get(0).asText()).isEqualTo(name);
    }

    private HttpResponse<String> send(String method, String path, String body, String contentType, String accept)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Accept", accept)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void refused(int code, HttpResponse<String> response) throws Exception {
        JsonNode body = new ObjectMapper().readTree(response.body());
        assertThat(body.path("error_code").asInt()).as(response.body()).isEqualTo(code);
        assertThat(body.path("message").asText()).isNotBlank();
        assertThat(response.statusCode()).isEqualTo(code > 999 ? code / 100 : code);
    }
}
