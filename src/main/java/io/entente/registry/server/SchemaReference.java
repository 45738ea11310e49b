package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Another subject's version, whose types a schema uses without defining them.
 *
 * @param name for Avro the full name of the type
 * @param version from 1; {@link #LATEST} in a request
 */
record SchemaReference(String name, String subject, int version) {
    static final int LATEST = -1;

    /** Reads the {@code references} of a request or of a record; none where the node is missing or null. */
    static List<SchemaReference> read(JsonNode references) {
        List<SchemaReference> read = new ArrayList<>();
        for (JsonNode each : references) {
            read.add(new SchemaReference(
                    each.path("name").asText(),
                    each.path("subject").asText(),
                    each.path("version").asInt(LATEST)));
        }
        return List.copyOf(read);
    }

    static ArrayNode write(List<SchemaReference> references) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (SchemaReference each : references) {
            array.addObject()
                    .put("name", each.name)
                    .put("subject", each.subject)
                    .put("version", each.version);
        }
        return array;
    }
}
