package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the topic holds: the genuine registry's layout, both ways. */
class SchemaStoreTest {
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    @Test
    void writesTheGenuineLayout() {
        MemoryRegistry.Log log = new MemoryRegistry.Log();
        SchemaStore store = new SchemaStore(log);
        store.register("s", STRING);
        store.setLevel(null, Level.FULL);
        store.setLevel("s", Level.NONE);
        store.deleteSubject("s", false);
        store.deleteSubject("s", true);
        assertThat(log.text())
                .containsExactly(
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                        "{\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"\\\"string\\\"\",\"deleted\":false}",
                        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
                        "{\"compatibilityLevel\":\"FULL\"}",
                        "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}",
                        "{\"compatibilityLevel\":\"NONE\"}",
                        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}",
                        "{\"subject\":\"s\",\"version\":1}",
                        "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}",
                        "null",
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                        "null");
    }

    @Test
    void takesOverWhatAGenuineRegistryWrote() {
        MemoryRegistry.Log log = MemoryRegistry.Log.of(
                "{\"keytype\":\"NOOP\",\"magic\":0}",
                null,
                "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"s\",\"version\":1,\"id\":7,\"md5\":\"x\",\"schema\":\"{\\\"type\\\":\\\"string\\\"}\",\"deleted\":false}",
                "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"p\",\"version\":1,\"id\":8,\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\",\"deleted\":false}",
                "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
                "{\"compatibilityLevel\":\"FORWARD\"}",
                "{\"keytype\":\"MODE\",\"subject\":\"p\",\"magic\":0}",
                "{\"mode\":\"READONLY\"}",
                "{\"keytype\":\"SOMETHING_NEW\",\"magic\":0}",
                "{}");
        SchemaStore store = new SchemaStore(log);
        assertThat(store.register("t", STRING).id())
                .as("the same schema, otherwise written")
                .isEqualTo(7);
        assertThat(store.globalLevel()).isEqualTo(Level.FORWARD);
        assertThat(store.withId(8).get(0).answerById().path("schemaType").asText())
                .isEqualTo("PROTOBUF");
        assertThat(store.register("u", LONG).id()).isEqualTo(9);
        assertThatExceptionOfType(RegistryError.class)
                .isThrownBy(() -> store.register("p", LONG))
                .satisfies(e -> assertThat(e.code()).isEqualTo(RegistryError.NOT_PERMITTED));
    }

    @Test
    void appliesADeletedSubjectUpToItsVersionOnly() {
        MemoryRegistry.Log log = MemoryRegistry.Log.of(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"\\\"string\\\"\",\"deleted\":false}",
                "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}",
                "{\"subject\":\"s\",\"version\":1}",
                "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":2,\"magic\":1}",
                "{\"subject\":\"s\",\"version\":2,\"id\":1,\"schema\":\"\\\"string\\\"\",\"deleted\":false}");
        SchemaStore store = new SchemaStore(log);
        assertThat(store.versionsOf("s", Deleted.NO))
                .extracting(SchemaRecord::version)
                .containsExactly(2);
        assertThat(store.versionsOf("s", Deleted.ONLY))
                .extracting(SchemaRecord::version)
                .containsExactly(1);
    }
}
