package io.entente.article.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names under which JSON has an article's fields. The names are data, in {@code fields.tsv}. Immutable. */
final class JsonFields {
    /** What holds a value and says of what kind it is: of WordPress, MongoDB, feeds that were turned into JSON, newspapers. */
    private static final List<String> HOLDERS = List.of(
            "rendered", "$oid", "$date", "$numberLong", "value", "#text", "_", "main", "name", "href", "@id", "url");

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, String[]> paths = new HashMap<>();
    private final Set<String> interesting = new HashSet<>();

    static JsonFields load() {
        JsonFields fields = new JsonFields();
        TsvTable.resource(JsonFields.class, "fields.tsv").each(row -> {
            List<String> paths = row.words(1);
            fields.names.put(row.required(0, "a field"), paths);
            for (String path : paths) {
                String[] keys =
                        Stream.of(path.split("\\.", -1)).map(JsonFields::key).toArray(String[]::new);
                fields.paths.put(path, keys);
                fields.interesting.add(keys[0]);
            }
        });
        return fields;
    }

    /** A name without what writers differ in. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Whether an object's field of that name may be of use. */
    boolean interesting(String name) {
        return interesting.contains(key(name));
    }

    /** Whether {@code name} is one of those of {@code field}. */
    boolean is(String field, String name) {
        String key = key(name);
        return paths(field).anyMatch(path -> path.length == 1 && path[0].equals(key));
    }

    private Stream<String[]> paths(String field) {
        return names.getOrDefault(field, List.of()).stream().map(paths::get);
    }

    /** The values of {@code field} in {@code object}, nulls left out, in the order of its names. */
    List<JsonNode> values(ObjectNode object, String field) {
        Map<String, JsonNode> byKey = new HashMap<>();
        object.properties().forEach(property -> byKey.putIfAbsent(key(property.getKey()), property.getValue()));
        List<JsonNode> values = new ArrayList<>();
        paths(field).forEach(path -> {
            JsonNode value = byKey.get(path[0]);
            JsonNode found = path.length == 1 ? value : below(value, path[1]);
            if (found != null && !found.isNull()) {
                values.add(found);
            }
        });
        return values;
    }

    private static @Nullable JsonNode below(@Nullable JsonNode value, String key) {
        JsonNode object = value != null && value.isArray() ? value.get(0) : value;
        if (!(object instanceof ObjectNode node)) {
            return null;
        }
        return node.properties().stream()
                .filter(property -> key(property.getKey()).equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What {@code value} says as text: a string, a number, what an object holds, the paragraphs of a list; null if it is none of these. */
    static @Nullable String text(JsonNode value) {
        if (value.isTextual() || value.isNumber()) {
            return value.isFloatingPointNumber() ? value.decimalValue().toPlainString() : value.asText();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : value) {
                String text = part.isContainerNode() ? null : text(part);
                if (text == null) {
                    return null;
                }
                parts.add(text);
            }
            return parts.isEmpty() ? null : String.join("\n\n", parts);
        }
        return HOLDERS.stream()
                .map(value::get)
                .filter(held -> held != null && !held.isNull())
                .findFirst()
                .map(JsonFields::text)
                .orElse(null);
    }

    /** What an unknown object has and what it would need, for people. */
    String accepted() {
        return "for the text body, " + few("text") + ", " + few("teaser") + "; for the headline " + few("title")
                + "; for the date " + few("publishedAt") + "; docs/inputs.md has them all";
    }

    private String few(String field) {
        List<String> all = names.getOrDefault(field, List.of());
        return String.join(", ", all.subList(0, Math.min(4, all.size())));
    }

    /** The names of {@code object}'s fields, for people. */
    static String found(ObjectNode object) {
        List<String> found = new ArrayList<>();
        object.fieldNames().forEachRemaining(found::add);
        int many = 20;
        String first = String.join(", ", found.subList(0, Math.min(many, found.size())));
        return found.isEmpty() ? "none" : found.size() > many ? first + ", …" : first;
    }

    /** Whether {@code object} has one of {@code keys}. */
    static boolean has(ObjectNode object, String... keys) {
        return Arrays.stream(keys).anyMatch(object::hasNonNull);
    }
}
