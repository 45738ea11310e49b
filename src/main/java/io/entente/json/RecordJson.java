package io.entente.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Status;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as JSON objects with the same field names: times as ISO-8601 in UTC, enums by their symbol (a status in lower case), absent values left
 * out. Immutable.
 */
public final class RecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Writes {@code record}. */
    public ObjectNode write(SpecificRecord record) {
        ObjectNode object = NODES.objectNode();
        for (Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                object.set(field.name(), write(value));
            }
        }
        return object;
    }

    private JsonNode write(Object value) {
        if (value instanceof SpecificRecord record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(item -> array.add(write(item)));
            return array;
        }
        if (value instanceof Status status) {
            return NODES.textNode(status.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        return NODES.textNode(value.toString()); // strings, enums, instants
    }

    /**
     * Reads what {@link #write} wrote; fields that the record does not know are ignored.
     *
     * @throws IllegalArgumentException if a field is missing or of the wrong form; the message names it
     */
    public <T extends SpecificRecordBase> T read(JsonNode object, Class<T> type) {
        return type.cast(readRecord(object, SpecificData.getForClass(type).getSchema(type), type.getSimpleName()));
    }

    private Object readRecord(JsonNode object, Schema schema, String path) {
        if (!object.isObject()) {
            throw new IllegalArgumentException(path + " must be an object");
        }
        SpecificData model = SpecificData.getForSchema(schema);
        SpecificRecordBase record = (SpecificRecordBase) model.newRecord(null, schema);
        for (Field field : schema.getFields()) {
            JsonNode value = object.get(field.name());
            String at = path + "." + field.name();
            record.put(
                    field.pos(),
                    value == null || value.isNull() ? absent(model, field, at) : read(value, field.schema(), at));
        }
        return record;
    }

    private static @Nullable Object absent(SpecificData model, Field field, String at) {
        if (!field.hasDefaultValue()) {
            throw new IllegalArgumentException(at + " is missing");
        }
        return model.getDefaultValue(field);
    }

    private Object read(JsonNode value, Schema schema, String at) {
        return switch (schema.getType()) {
            case UNION -> read(value, nonNull(schema), at);
            case RECORD -> readRecord(value, schema, at);
            case ARRAY -> readArray(value, schema.getElementType(), at);
            case ENUM -> readEnum(value, schema, at);
            case INT -> required(value.canConvertToInt(), at, "a whole number") ? value.intValue() : 0;
            case LONG -> readLong(value, schema, at);
            case DOUBLE -> required(value.isNumber(), at, "a number") ? value.doubleValue() : 0;
            case BOOLEAN -> required(value.isBoolean(), at, "true or false") && value.booleanValue();
            default -> required(value.isTextual(), at, "a string") ? value.textValue() : "";
        };
    }

    private List<Object> readArray(JsonNode value, Schema element, String at) {
        required(value.isArray(), at, "an array");
        List<Object> list = new ArrayList<>(value.size());
        value.forEach(item -> list.add(read(item, element, at + "[]")));
        return list;
    }

    private static Object readEnum(JsonNode value, Schema schema, String at) {
        String symbol = value.asText().toUpperCase(Locale.ROOT);
        required(schema.hasEnumSymbol(symbol), at, "one of " + schema.getEnumSymbols());
        return SpecificData.getForSchema(schema).createEnum(symbol, schema);
    }

    private static Object readLong(JsonNode value, Schema schema, String at) {
        if (schema.getLogicalType() == null) {
            return required(value.canConvertToLong(), at, "a whole number") ? value.longValue() : 0L;
        }
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(at + " must be a time such as 2024-03-01T09:00:00Z", e);
        }
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static boolean required(boolean holds, String at, String what) {
        if (!holds) {
            throw new IllegalArgumentException(at + " must be " + what);
        }
        return true;
    }
}
