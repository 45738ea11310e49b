package io.entente.registry.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * One version of a subject as the topic holds it. The JSON is kept whole, so that what a genuine registry wrote beside the
 * fields used here survives.
 */
record SchemaRecord(ObjectNode json) {

    static SchemaRecord of(String subject, int version, int id, String schema) {
        return new SchemaRecord(JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("version", version)
                .put("id", id)
                .put("schema", schema)
                .put("deleted", false));
    }

    String subject() {
        return json.path("subject").asText();
    }

    int version() {
        return json.path("version").asInt();
    }

    int id() {
        return json.path("id").asInt();
    }

    String schema() {
        return json.path("schema").asText();
    }

    boolean deleted() {
        return json.path("deleted").asBoolean();
    }

    SchemaRecord asDeleted() {
        return new SchemaRecord(json.deepCopy().put("deleted", true));
    }

    /** Whether it is of the only kind that is registered here; a topic taken over may hold others. */
    boolean isPlainAvro() {
        return json.path("schemaType").asText("AVRO").equals("AVRO")
                && json.path("references").isEmpty();
    }

    /** The schema as Avro knows it. */
    Schema parsed() {
        return parse(schema());
    }

    /** The schema's text as Avro writes it; as it stands where Avro does not understand it. */
    String canonical() {
        try {
            return parsed().toString();
        } catch (RegistryError e) {
            return schema();
        }
    }

    /** Reads a schema, with errors as the API words them. */
    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new RegistryError(RegistryError.INVALID_SCHEMA, "not an Avro schema: " + e.getMessage());
        }
    }

    /** Subject, version, id and schema, as the API answers. */
    ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject())
                .put("version", version())
                .put("id", id());
        return describe(answer);
    }

    /** The schema alone, as the API answers a question for an id. */
    ObjectNode answerById() {
        return describe(JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode describe(ObjectNode answer) {
        if (!isPlainAvro()) {
            answer.set("schemaType", json.path("schemaType"));
            answer.set("references", json.path("references") instanceof ArrayNode array ? array : answer.arrayNode());
        }
        return answer.put("schema", schema());
    }
}
