package io.entente.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads annotated sets: one JSON object a line with {@code id}, {@code date}, {@code text}, {@code statements}, optionally {@code kind}. */
public final class GoldSet {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
            List<Judged> statements = new ArrayList<>();
            for (JsonNode s : node.required("statements")) {
                statements.add(new Judged(
                        s.required("source").asText(),
                        s.required("target").asText(),
                        s.required("event").asText(),
                        s.required("sign").asInt(),
                        s.path("status").asText("asserted")));
            }
            return new GoldRecord(
                    node.required("id").asText(),
                    node.path("kind").asText("all"),
                    LocalDate.parse(node.required("date").asText()),
                    node.required("text").asText(),
                    statements);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + number + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("line " + number + " is not an annotated record: " + e.getMessage(), e);
        }
    }
}
