package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.avro.Statement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract: Confluent's own client against our registry. */
class GenuineClientTest {
    private static final AvroSchema V1 = person("");
    private static final AvroSchema V2 = person(", {\"name\":\"age\",\"type\":\"int\",\"default\":0}");
    private static final AvroSchema INCOMPATIBLE = person(", {\"name\":\"age\",\"type\":\"int\"}");

    private MemoryRegistry registry;
    private CachedSchemaRegistryClient client;

    @BeforeEach
    void start() {
        registry = new MemoryRegistry();
        client = newClient();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        registry.close();
    }

    /** One that remembers nothing of what the other was told. */
    private CachedSchemaRegistryClient newClient() {
        return new CachedSchemaRegistryClient(registry.url(), 100);
    }

    private static AvroSchema person(String moreFields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"Person\",\"namespace\":\"test\",\"fields\":["
                + "{\"name\":\"name\",\"type\":\"string\"}" + moreFields + "]}");
    }

    @Test
    void registersOnceAndGivesTheSameIdAcrossSubjects() throws Exception {
        int id = client.register("a-value", V1);
        assertThat(newClient().register("a-value", V1)).isEqualTo(id);
        assertThat(newClient().register("b-value", V1)).isEqualTo(id);
        assertThat(client.register("a-value", V2)).isNotEqualTo(id);
        assertThat(newClient().getSchemaById(id)).isEqualTo(V1);
        assertThat(client.getAllSubjects()).containsExactly("a-value", "b-value");
        assertThat(client.getAllSubjectsByPrefix("b")).containsExactly("b-value");
        assertThat(client.getAllVersions("a-value")).containsExactly(1, 2);
        assertThat(client.getAllSubjectsById(id)).containsExactlyInAnyOrder("a-value", "b-value");
        assertThat(client.getAllVersionsById(id))
                .containsExactlyInAnyOrder(new SubjectVersion("a-value", 1), new SubjectVersion("b-value", 1));
    }

    @Test
    void looksUpIdsVersionsAndMetadata() throws Exception {
        int first = client.register("a-value", V1);
        int second = client.register("a-value", V2);
        CachedSchemaRegistryClient fresh = newClient();
        assertThat(fresh.getId("a-value", V1)).isEqualTo(first);
        assertThat(fresh.getVersion("a-value", V2)).isEqualTo(2);
        SchemaMetadata latest = fresh.getLatestSchemaMetadata("a-value");
        assertThat(latest.getId()).isEqualTo(second);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(latest.getSchemaType()).isEqualTo("AVRO");
        assertThat(new AvroSchema(latest.getSchema())).isEqualTo(V2);
        assertThat(fresh.getSchemaMetadata("a-value", 1).getId()).isEqualTo(first);
        assertThat(fresh.getSchemas("a", false, true)).containsExactly(V2);
        assertThat(fresh.getSchemas("a", false, false)).containsExactly(V1, V2);
    }

    @Test
    void checksCompatibilityAtTheLevelInForce() throws Exception {
        client.register("a-value", V1);
        assertThat(client.testCompatibility("a-value", V2)).isTrue();
        assertThat(client.testCompatibility("a-value", INCOMPATIBLE)).isFalse();
        assertThat(client.testCompatibilityVerbose("a-value", INCOMPATIBLE))
                .singleElement()
                .asString()
                .contains("version 1", "age");
        refused(409, 409, () -> client.register("a-value", INCOMPATIBLE));
        client.updateCompatibility("a-value", "NONE");
        assertThat(client.getCompatibility("a-value")).isEqualTo("NONE");
        assertThat(client.register("a-value", INCOMPATIBLE)).isPositive();
        client.deleteCompatibility("a-value");
        refused(404, 40408, () -> client.getCompatibility("a-value"));
        assertThat(client.updateCompatibility(null, "FULL_TRANSITIVE")).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        refused(422, 42203, () -> client.updateCompatibility(null, "SIDEWARD"));
        assertThat(client.getMode()).isEqualTo("READWRITE");
    }

    @Test
    void deletesVersionsAndSubjects() throws Exception {
        int id = client.register("a-value", V1);
        client.register("a-value", V2);
        refused(404, 40407, () -> client.deleteSchemaVersion("a-value", "1", true));
        assertThat(client.deleteSchemaVersion("a-value", "1", false)).isEqualTo(1);
        assertThat(client.getAllVersions("a-value")).containsExactly(2);
        assertThat(client.getAllVersions("a-value", true)).containsExactly(1, 2);
        refused(404, 40406, () -> client.deleteSchemaVersion("a-value", "1", false));
        assertThat(newClient().getSchemaById(id))
                .as("records written with it stay readable")
                .isEqualTo(V1);
        refused(404, 40405, () -> client.deleteSubject("a-value", true));
        assertThat(client.deleteSubject("a-value", false)).containsExactly(2);
        refused(404, 40404, () -> client.deleteSubject("a-value", false));
        assertThat(client.getAllSubjects()).isEmpty();
        assertThat(client.getAllSubjects(true)).containsExactly("a-value");
        assertThat(newClient().register("a-value", V1)).as("back under its id").isEqualTo(id);
        assertThat(client.getAllVersions("a-value")).containsExactly(3);
        client.deleteSubject("a-value", false);
        assertThat(client.deleteSubject("a-value", true)).containsExactly(1, 2, 3);
        assertThat(client.getAllSubjects(true)).isEmpty();
        refused(404, 40403, () -> newClient().getSchemaById(id));
    }

    @Test
    void resolvesReferences() throws Exception {
        int port = client.register(
                "ports-value",
                new AvroSchema("{\"type\":\"record\",\"name\":\"Port\",\"namespace\":\"test\",\"fields\":[]}"));
        String text = "{\"type\":\"record\",\"name\":\"Call\",\"namespace\":\"test\",\"fields\":["
                + "{\"name\":\"at\",\"type\":\"test.Port\"}]}";
        List<SchemaReference> references = List.of(new SchemaReference("test.Port", "ports-value", 1));
        AvroSchema call = new AvroSchema(text, references, resolved(client, references), null);
        int id = client.register("calls-value", call);
        assertThat(id).isNotEqualTo(port);
        assertThat(newClient().register("calls-value", call)).isEqualTo(id);
        AvroSchema read = (AvroSchema) newClient().getSchemaById(id);
        assertThat(read.references()).isEqualTo(references);
        assertThat(read.rawSchema().getField("at").schema().getFullName()).isEqualTo("test.Port");
        assertThat(newClient().getId("calls-value", call)).isEqualTo(id);
        refused(422, 42206, () -> client.deleteSchemaVersion("ports-value", "1", false));
        refused(422, 42206, () -> client.deleteSubject("ports-value", false));
        refused(
                422,
                42201,
                () -> client.register(
                        "other-value",
                        new AvroSchema(
                                text,
                                List.of(new SchemaReference("test.Port", "ports-value", 7)),
                                resolved(client, references),
                                null)));
        registry.restart();
        client = newClient();
        assertThat(client.getId("calls-value", call)).isEqualTo(id);
        client.deleteSubject("calls-value", false);
        assertThat(client.deleteSubject("ports-value", false)).containsExactly(1);
    }

    private static Map<String, String> resolved(CachedSchemaRegistryClient client, List<SchemaReference> references)
            throws Exception {
        Map<String, String> texts = new HashMap<>();
        for (SchemaReference each : references) {
            texts.put(
                    each.getName(),
                    client.getSchemaMetadata(each.getSubject(), each.getVersion())
                            .getSchema());
        }
        return texts;
    }

    @Test
    void normalizesWhenAskedAndWhenConfigured() throws Exception {
        AvroSchema written =
                new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"test\",\"b\":1,\"a\":2,\"fields\":["
                        + "{\"name\":\"x\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}}]}");
        AvroSchema otherwise = new AvroSchema("{\"a\":2,\"b\":1,\"type\":\"record\",\"name\":\"test.R\",\"fields\":["
                + "{\"name\":\"x\",\"type\":{\"type\":\"enum\",\"name\":\"test.E\",\"symbols\":[\"A\"]}}]}");
        int id = client.register("a-value", written);
        assertThat(newClient().register("a-value", otherwise, true)).isEqualTo(id);
        assertThat(newClient().getId("a-value", otherwise, true)).isEqualTo(id);
        refused(404, 40403, () -> newClient().getId("a-value", otherwise, false));
        int normal = newClient().register("b-value", written, true);
        assertThat(newClient().register("b-value", otherwise, true)).isEqualTo(normal);
        put("/config/c-value", "{\"compatibility\":\"FULL\",\"normalize\":true}");
        assertThat(client.getCompatibility("c-value")).isEqualTo("FULL");
        assertThat(newClient().register("c-value", written)).isEqualTo(normal);
        assertThat(newClient().register("c-value", otherwise)).isEqualTo(normal);
        assertThat(client.getAllVersions("c-value")).containsExactly(1);
    }

    private void put(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void changesModes() throws Exception {
        int id = client.register("a-value", V1);
        assertThat(client.setMode("READONLY", "a-value")).isEqualTo("READONLY");
        assertThat(client.getMode("a-value")).isEqualTo("READONLY");
        assertThat(newClient().register("a-value", V1))
                .as("what is there is answered")
                .isEqualTo(id);
        refused(422, 42205, () -> client.register("a-value", V2));
        refused(422, 42205, () -> client.deleteSubject("a-value", false));
        refused(422, 42205, () -> client.updateCompatibility("a-value", "NONE"));
        refused(422, 42204, () -> client.setMode("WRITEONLY", "a-value"));
        refused(422, 42205, () -> client.setMode("IMPORT", "a-value"));
        assertThat(client.setMode("READWRITE", "a-value")).isEqualTo("READWRITE");
        assertThat(client.setMode("READONLY_OVERRIDE")).isEqualTo("READONLY_OVERRIDE");
        refused(422, 42205, () -> client.register("a-value", V2));
        client.setMode("READWRITE");

        refused(422, 42205, () -> client.register("b-value", V2, 3, 42));
        assertThat(client.setMode("IMPORT", "b-value")).isEqualTo("IMPORT");
        assertThat(client.register("b-value", V2, 3, 42)).isEqualTo(42);
        assertThat(newClient().getSchemaMetadata("b-value", 3).getId()).isEqualTo(42);
        refused(422, 42205, () -> newClient().register("b-value", INCOMPATIBLE, 4, 42));
        refused(422, 42205, () -> newClient().register("b-value", INCOMPATIBLE));
        registry.restart();
        client = newClient();
        assertThat(client.getMode("b-value")).isEqualTo("IMPORT");
        client.setMode("READWRITE", "b-value");
        assertThat(newClient().register("c-value", INCOMPATIBLE))
                .as("ids go on after those imported")
                .isEqualTo(43);
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        refused(404, 40401, () -> client.getAllVersions("a-value"));
        refused(404, 40401, () -> client.getLatestSchemaMetadata("a-value"));
        refused(404, 40401, () -> client.deleteSubject("a-value", false));
        refused(404, 40403, () -> client.getSchemaById(4711));
        client.register("a-value", V1);
        refused(404, 40402, () -> client.getSchemaMetadata("a-value", 5));
        refused(422, 42202, () -> client.deleteSchemaVersion("a-value", "0", false));
        refused(404, 40403, () -> client.getId("a-value", V2));
    }

    @Test
    void keepsEverythingOverARestart() throws Exception {
        int id = client.register("a-value", V1);
        client.updateCompatibility("a-value", "FULL");
        client.register("b-value", V2);
        client.deleteSubject("b-value", false);
        registry.restart();
        CachedSchemaRegistryClient fresh = newClient();
        assertThat(fresh.getId("a-value", V1)).isEqualTo(id);
        assertThat(fresh.getCompatibility("a-value")).isEqualTo("FULL");
        assertThat(fresh.getAllSubjects()).containsExactly("a-value");
        assertThat(fresh.getAllSubjects(true)).containsExactly("a-value", "b-value");
        AvroSchema other = new AvroSchema("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}");
        assertThat(fresh.register("c-value", other))
                .as("ids are not given twice")
                .isEqualTo(3);
    }

    @Test
    void readsTheSchemasThatOurSerdeRegisters() throws Exception {
        io.entente.registry.RegistryClient ours =
                io.entente.registry.RegistryClient.of(Map.of("schema.registry.url", registry.url()));
        int id = ours.register("articles-value", Article.getClassSchema());
        AvroSchema theirs = (AvroSchema) client.getSchemaById(id);
        assertThat(theirs.canonicalString()).doesNotContain("avro.java.string").contains("publishedAt");
        assertThat(newClient().register("articles-value", theirs)).isEqualTo(id);
        int registeredByThem = client.register(
                "statements-value", new AvroSchema(Statement.getClassSchema().toString()));
        assertThat(ours.idOf("statements-value", Statement.getClassSchema()))
                .as("found although Java's string type is in it")
                .isEqualTo(registeredByThem);
    }

    private static void refused(int status, int code, ThrowingCallable call) {
        assertThatExceptionOfType(RestClientException.class).isThrownBy(call).satisfies(e -> {
            assertThat(List.of(e.getStatus(), e.getErrorCode())).containsExactly(status, code);
        });
    }
}
