package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.avro.Statement;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
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
