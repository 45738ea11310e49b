package io.entente.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One spelling for all texts of the same Avro schema: full names, attributes in a fixed order, properties by name. Unlike Avro's
 * parsing canonical form it keeps whatever a reader may need: documentation, aliases, defaults, logical types.
 */
final class NormalForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PRIMITIVES =
            Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");
    private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");
    private static final List<String> FIRST = List.of(
            "type", "name", "doc", "aliases", "fields", "symbols", "size", "items", "values", "default", "order");
    private static final Comparator<String> ORDER = Comparator.comparingInt(
                    (String key) -> FIRST.contains(key) ? FIRST.indexOf(key) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private NormalForm() {}

    /** @param text as Avro writes a schema */
    static String of(String text) {
        try {
            return write(JSON.readTree(text), "").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not what Avro writes: " + text, e);
        }
    }

    private static JsonNode write(JsonNode schema, String namespace) {
        if (schema.isTextual()) {
            String name = schema.asText();
            return text(PRIMITIVES.contains(name) ? name : qualified(name, namespace));
        }
        if (schema instanceof ArrayNode branches) {
            ArrayNode union = JsonNodeFactory.instance.arrayNode();
            branches.forEach(branch -> union.add(write(branch, namespace)));
            return union;
        }
        boolean isNamed = NAMED.contains(schema.path("type").asText());
        return isNamed ? named(schema, namespace) : attributes(schema, namespace);
    }

    private static ObjectNode named(JsonNode schema, String outer) {
        String name =
                qualified(schema.path("name").asText(), schema.path("namespace").asText(outer));
        String inner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        ObjectNode named = attributes(schema, inner);
        named.put("name", name);
        named.remove("namespace");
        if (schema.has("aliases")) {
            Set<String> aliases = new TreeSet<>();
            schema.path("aliases").forEach(alias -> aliases.add(qualified(alias.asText(), inner)));
            named.set("aliases", JSON.valueToTree(aliases));
        }
        return named;
    }

    /** All attributes in order, with the schemas among them written. */
    private static ObjectNode attributes(JsonNode schema, String namespace) {
        Map<String, JsonNode> sorted = new TreeMap<>(ORDER);
        schema.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        sorted.forEach((key, value) -> written.set(
                key,
                switch (key) {
                    case "items", "values" -> write(value, namespace);
                    case "fields" -> fields(value, namespace);
                    default -> value;
                }));
        return written;
    }

    private static ArrayNode fields(JsonNode fields, String namespace) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        for (JsonNode field : fields) {
            ObjectNode one = attributes(field, namespace);
            one.set("type", write(field.path("type"), namespace));
            if (field.has("aliases")) {
                Set<String> aliases = new TreeSet<>();
                field.path("aliases").forEach(alias -> aliases.add(alias.asText()));
                one.set("aliases", JSON.valueToTree(aliases));
            }
            written.add(one);
        }
        return written;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static String qualified(String name, String namespace) {
        return name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name;
    }
}
