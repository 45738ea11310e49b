package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A schema as a request gives it.
 *
 * @param text the schema, not yet parsed
 * @param id to import it under; -1 to be given one
 * @param version to import it as; anything below 1 to be given the next
 * @param normalize whether spellings of the same schema count as one
 */
record SchemaRequest(String text, List<SchemaReference> references, int id, int version, boolean normalize) {
    private static final int NONE = -1;

    SchemaRequest {
        references = List.copyOf(references);
    }

    static SchemaRequest of(String text) {
        return new SchemaRequest(text, List.of(), NONE, NONE, false);
    }

    /** @throws RegistryError if the body holds no Avro schema */
    static SchemaRequest read(JsonNode body, boolean normalize) {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new RegistryError(
                    RegistryError.INVALID_SCHEMA, "Invalid schema type " + type + ": this registry serves AVRO only");
        }
        if (!body.path("schema").isTextual()) {
            throw new RegistryError(
                    RegistryError.INVALID_SCHEMA,
                    "Invalid schema: the body needs a field 'schema' with the text of one");
        }
        return new SchemaRequest(
                body.path("schema").asText(),
                SchemaReference.read(body.path("references")),
                body.path("id").asInt(NONE),
                body.path("version").asInt(NONE),
                normalize);
    }

    /** Whether it brings its id from another registry. */
    boolean isImport() {
        return id >= 0;
    }

    SchemaRequest normalized() {
        return new SchemaRequest(text, references, id, version, true);
    }
}
