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
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'record','name':'A','fields':[{'name':'x','type':'int','default':'bad'}]}",
                "{'type':'record','name':'A','fields':[{'name':'x','type':'double','default':''}]}",
                "{'type':'record','name':'A','fields':[{'name':'x','type':['string','null'],'default':{'string':'s'}}]}",
                "{'type':'record','name':'A','fields':[{'name':'x','type':'int'},{'name':'x','type':'int'}]}",
                "{'type':'record','name':'A','fields':[{'name':'x','type':'B'}]}",
                "{'type':'record','name':'','fields':[]}",
                "{'type':'record','name':'A'}",
                "{'type':'fixed','name':'F','size':-1}",
                "{'type':'enum','name':'E','symbols':['A','A']}",
                "['int','int']",
                "[['int']]",
                "'nonsense'",
                "{'type':'array'}",
                "",
                "null",
                "{",
            })
    void refusesWhateverAvroRefusesWithItsReason(String schema) throws Exception {
        send("POST", "/subjects/n/versions", STRING, V1, V1);
        String body = new ObjectMapper()
                .createObjectNode()
                .put("schema", schema.replace('\'', '"'))
                .toString();
        for (String path : List.of(
                "/subjects/n/versions",
                "/subjects/n",
                "/subjects/missing",
                "/compatibility/subjects/n/versions",
                "/compatibility/subjects/n/versions/latest")) {
            HttpResponse<String> response = send("POST", path, body, V1, V1);
            refused(42201, response);
            assertThat(response.body()).contains("Invalid schema: ");
        }
    }

    @Test
    void pagesLists() throws Exception {
        for (String subject : List.of("a", "b", "c", "d")) {
            send("POST", "/subjects/" + subject + "/versions", STRING, V1, V1);
        }
        send("PUT", "/config/a", "{\"compatibility\":\"NONE\"}", V1, V1);
        send("POST", "/subjects/a/versions", "{\"schema\":\"\\\"long\\\"\"}", V1, V1);
        assertThat(get("/subjects?offset=1&limit=2")).isEqualTo("[\"b\",\"c\"]");
        assertThat(get("/subjects?limit=-1")).isEqualTo("[\"a\",\"b\",\"c\",\"d\"]");
        assertThat(get("/subjects?offset=4&limit=2")).isEqualTo("[]");
        assertThat(get("/subjects/a/versions?offset=1")).isEqualTo("[2]");
        assertThat(get("/schemas/ids/1/subjects?offset=3")).isEqualTo("[\"d\"]");
        assertThat(get("/schemas/ids/1/versions?limit=1")).isEqualTo("[{\"subject\":\"a\",\"version\":1}]");
        assertThat(get("/schemas?latestOnly=true&limit=1"))
                .isEqualTo("[{\"subject\":\"a\",\"version\":2,\"id\":2,\"schema\":\"\\\"long\\\"\"}]");
        assertThat(get("/contexts?offset=1")).isEqualTo("[]");
        refused(404, send("GET", "/subjects?limit=many", "", "", V1));
    }

    @Test
    void listsDeletedOnesWhenAsked() throws Exception {
        send("POST", "/subjects/a/versions", STRING, V1, V1);
        send("POST", "/subjects/b/versions", STRING, V1, V1);
        send("DELETE", "/subjects/a", "", "", V1);
        assertThat(get("/subjects")).isEqualTo("[\"b\"]");
        assertThat(get("/subjects?deleted=true")).isEqualTo("[\"a\",\"b\"]");
        assertThat(get("/subjects?deletedOnly=true&deleted=true")).isEqualTo("[\"a\"]");
        assertThat(get("/subjects/a/versions?deletedOnly=true")).isEqualTo("[1]");
        assertThat(get("/schemas/ids/1/subjects")).isEqualTo("[\"b\"]");
        assertThat(get("/schemas/ids/1/subjects?deleted=true")).isEqualTo("[\"a\",\"b\"]");
        refused(40401, send("GET", "/subjects/a/versions", "", "", V1));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/subjects, 200",
        "/subjects/s/versions/latest, 200",
        "/subjects/t/versions, 404",
        "/schemas/ids/1, 200",
        "/schemas/ids/2, 404",
        "/config, 200",
        "/mode/s, 404",
        "/nowhere, 404",
    })
    void answersHeadAsGetWithoutABody(String path, int status) throws Exception {
        send("POST", "/subjects/s/versions", STRING, V1, V1);
        HttpResponse<String> head = send("HEAD", path, "", "", V1);
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.body()).isEmpty();
        assertThat(send("GET", path, "", "", V1).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesSubjectsThatNobodyCouldType() throws Exception {
        refused(42208, send("POST", "/subjects/a%07b/versions", STRING, V1, V1));
        refused(42208, send("PUT", "/config/a%0Ab", "{\"compatibility\":\"FULL\"}", V1, V1));
    }

    private String get(String path) throws Exception {
        return send("GET", path, "", "", V1).body();
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
        assertThat(get("/nowhere")).isEqualTo("{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
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
