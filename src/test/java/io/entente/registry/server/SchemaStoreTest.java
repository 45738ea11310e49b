package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What the topic holds: the genuine registry's layout, both ways. */
class SchemaStoreTest {
    private static final SchemaRequest STRING = SchemaRequest.of("\"string\"");
    private static final SchemaRequest LONG = SchemaRequest.of("\"long\"");

    @Test
    void writesTheGenuineLayout() {
        MemoryRegistry.Log log = new MemoryRegistry.Log();
        SchemaStore store = new SchemaStore(log);
        store.register("s", STRING);
        store.policies().configure(null, Level.FULL, null);
        store.policies().configure("s", Level.NONE, null);
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
        assertThat(store.policies().level("")).isEqualTo(Level.FORWARD);
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

    @Test
    void aSchemaThatNobodyCanParseAnyMoreIsTextToOthers() {
        SchemaStore store = new SchemaStore(
                MemoryRegistry.Log.of(
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"old\",\"version\":1,\"magic\":1}",
                        "{\"subject\":\"old\",\"version\":1,\"id\":500,\"schema\":\"{\\\"type\\\":\\\"reword\\\"}\",\"deleted\":false}",
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"bad\",\"version\":1,\"magic\":1}",
                        "{\"subject\":\"bad\",\"version\":1,\"id\":501,\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Old\\\","
                                + "\\\"fields\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"int\\\",\\\"default\\\":\\\"bad\\\"}]}\",\"deleted\":false}"));
        assertThat(store.register("fresh", STRING).id()).isEqualTo(502);
        assertThat(store.lookUp("fresh", STRING, Deleted.NO).version()).isEqualTo(1);
        assertThat(store.withId(500).get(0).schema()).isEqualTo("{\"type\":\"reword\"}");
        assertThat(store.problems("old", STRING)).singleElement().asString().contains("version 1", "NONE");
        assertThat(store.problems("bad", STRING))
                .as("one with a bad default can still be compared")
                .singleElement()
                .asString()
                .contains("TYPE_MISMATCH");
        SchemaRequest bad = SchemaRequest.of("{\"type\": \"record\", \"name\": \"Old\","
                + " \"fields\": [{\"name\": \"x\", \"type\": \"int\", \"default\": \"bad\"}]}");
        assertThat(store.lookUp("bad", bad, Deleted.NO).id())
                .as("its writers still find it")
                .isEqualTo(501);
        assertThat(store.register("bad", bad).id()).isEqualTo(501);
        assertThatExceptionOfType(RegistryError.class).isThrownBy(() -> store.register("fresh", bad));
        store.policies().configure("old", Level.NONE, null);
        assertThat(store.register("old", STRING).version()).isEqualTo(2);
    }

    @Test
    void startsWithSettingsOfALaterRegistry() {
        SchemaStore store = new SchemaStore(MemoryRegistry.Log.of(
                "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}",
                "{\"compatibilityLevel\":\"SIDEWARD\",\"normalize\":true}",
                "{\"keytype\":\"MODE\",\"subject\":\"t\",\"magic\":0}",
                "{\"mode\":\"FORWARD\"}"));
        assertThat(store.policies().level("s")).isEqualTo(Level.BACKWARD);
        assertThat(store.policies().normalizes("s")).isTrue();
        assertThat(store.policies().mode("t"))
                .as("nothing is changed under rules that are not known")
                .isEqualTo(Mode.READONLY);
    }
}
