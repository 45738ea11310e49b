package io.entente.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.EventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads annotated sets: one JSON object a line with {@code id}, {@code date}, {@code text}, {@code statements}, optionally {@code kind}. */
public final class GoldSet {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int NO_SIGN = Integer.MAX_VALUE;

    private GoldSet() {}

    /**
     * The records of {@code reader}, in order.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line is not such a record; its message names the line
     */
    public static List<GoldRecord> read(BufferedReader reader) throws IOException {
        List<GoldRecord> records = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                records.add(record(line, number));
            }
        }
        return records;
    }

    private static GoldRecord record(String line, int number) {
        try {
            JsonNode node = MAPPER.readTree(line);
            JsonNode annotated = node.path("statements");
            if (!annotated.isArray()) {
                throw new IllegalArgumentException("'statements' must be a list, empty if the text has none");
            }
            List<Judged> statements = new ArrayList<>();
            for (JsonNode statement : annotated) {
                statements.add(new Judged(
                        text(statement, "source"),
                        text(statement, "target"),
                        event(text(statement, "event")),
                        sign(statement),
                        statement.path("status").asText("asserted")));
            }
            return new GoldRecord(
                    text(node, "id"),
                    node.path("kind").asText("all"),
                    LocalDate.parse(text(node, "date")),
                    text(node, "text"),
                    statements);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + number + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("line " + number + " is not an annotated record: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is missing, or is not a text");
        }
        return node.path(field).asText();
    }

    private static int sign(JsonNode statement) {
        int sign = statement.path("sign").asInt(NO_SIGN);
        if (sign < -1 || sign > 1) {
            throw new IllegalArgumentException("'sign' must be -1, 0 or 1");
        }
        return sign;
    }

    private static String event(String name) {
        if (Arrays.stream(EventType.values()).noneMatch(type -> type.name().equals(name))) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a valid event: use one of " + Arrays.toString(EventType.values()));
        }
        return name;
    }
}
