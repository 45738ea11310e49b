package io.entente.registry.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One version of a subject as the topic holds it. The JSON is kept whole, so that what a genuine registry wrote beside the
 * fields used here survives.
 */
record SchemaRecord(ObjectNode json) {

    static SchemaRecord of(String subject, int version, int id, Candidate candidate) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("version", version)
                .put("id", id);
        if (!candidate.references().isEmpty()) {
            json.set("references", SchemaReference.write(candidate.references()));
        }
        return new SchemaRecord(json.put("schema", candidate.text()).put("deleted", false));
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

    String type() {
        return json.path("schemaType").asText("AVRO");
    }

    /** Whether it is of the only kind that is registered here; a topic taken over may hold others. */
    boolean isAvro() {
        return type().equals("AVRO");
    }

    List<SchemaReference> references() {
        return SchemaReference.read(json.path("references"));
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
        if (!isAvro()) {
            answer.put("schemaType", type());
        }
        if (!json.path("references").isEmpty()) {
            answer.set("references", json.path("references"));
        }
        return answer.put("schema", schema());
    }
}
