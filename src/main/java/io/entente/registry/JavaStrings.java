package io.entente.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Removes {@code avro.java.string} from a schema. Our generated classes carry it on every string, but it is Java's affair and
 * has no place in a schema that others read.
 */
final class JavaStrings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JavaStrings() {}

    /** The schema as it should be registered. */
    static Schema removedFrom(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            return new Schema.Parser().parse(strip(tree).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was a schema before
        }
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(GenericData.STRING_PROP);
            object.properties().forEach(field -> {
                if (!field.getKey().equals("default")) {
                    field.setValue(strip(field.getValue()));
                }
            });
            boolean bare = object.size() == 1 && object.path("type").isTextual();
            return bare ? object.get("type") : object;
        }
        if (node.isArray()) {
            com.fasterxml.jackson.databind.node.ArrayNode array = JSON.createArrayNode();
            node.forEach(element -> array.add(strip(element)));
            return array;
        }
        return node;
    }
}
