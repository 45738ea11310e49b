package io.entente.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.avro.Alert;
import io.entente.avro.Attention;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.Schema;

/**
 * The OpenAPI document: {@code openapi.yaml} for paths and views, and beside them the schemas of the public records, made from their Avro
 * schemas as {@link io.entente.json.RecordJson} renders them.
 */
final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Schema> RECORDS = List.of(
            EnrichedArticle.getClassSchema(),
            Event.getClassSchema(),
            RelationWindow.getClassSchema(),
            Alert.getClassSchema(),
            Attention.getClassSchema());

    private OpenApi() {}

    /** The document as JSON. */
    static ObjectNode document() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            ObjectNode document = (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(yaml));
            ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
            RECORDS.forEach(schema -> add(schemas, schema));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode schemas, Schema schema) {
        if (schemas.has(schema.getName())) {
            return;
        }
        ObjectNode node = schemas.putObject(schema.getName());
        node.put("description", schema.getDoc());
        if (schema.getType() == Schema.Type.ENUM) {
            node.put("type", "string");
            boolean lower = schema.getName().equals("Status");
            schema.getEnumSymbols()
                    .forEach(symbol -> node.withArray("enum").add(lower ? symbol.toLowerCase(Locale.ROOT) : symbol));
            return;
        }
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        for (Schema.Field field : schema.getFields()) {
            boolean optional = field.schema().isNullable();
            ObjectNode property = property(schemas, optional ? nonNull(field.schema()) : field.schema());
            property.put("description", field.doc());
            properties.set(field.name(), property);
            if (!optional) {
                node.withArray("required").add(field.name());
            }
        }
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode property(ObjectNode schemas, Schema schema) {
        ObjectNode node = NODES.objectNode();
        switch (schema.getType()) {
            case RECORD, ENUM -> {
                add(schemas, schema);
                node.put("$ref", "#/components/schemas/" + schema.getName());
            }
            case ARRAY -> node.put("type", "array").set("items", property(schemas, schema.getElementType()));
            case LONG -> {
                if (schema.getLogicalType() == null) {
                    node.put("type", "integer").put("format", "int64");
                } else {
                    node.put("type", "string").put("format", "date-time");
                }
            }
            case INT -> node.put("type", "integer").put("format", "int32");
            case DOUBLE -> node.put("type", "number").put("format", "double");
            case BOOLEAN -> node.put("type", "boolean");
            default -> node.put("type", "string");
        }
        return node;
    }
}
