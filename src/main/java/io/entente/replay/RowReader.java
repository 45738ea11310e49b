package io.entente.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.json.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Reads rows of JSON, one a line, as {@link ReplayFiles} and {@code entente tail --json} write them. Blank lines are skipped. */
public final class RowReader<T extends SpecificRecordBase> {
    private final ObjectMapper mapper = new ObjectMapper();
    private final RecordJson records = new RecordJson();
    private final String source;
    private final Class<T> type;

    /**
     * Rows of one type.
     *
     * @param source what is read, for messages
     */
    public RowReader(String source, Class<T> type) {
        this.source = source;
        this.type = type;
    }

    /** Receives the rows in order. */
    public interface Rows<T> {
        /**
         * A row.
         *
         * @param key null in a table, whose rows have none
         * @param value null where a changelog removes the row
         */
        void row(@Nullable String key, @Nullable T value) throws IOException;

        /** A line that is not a row; {@code place} is the source and its number. */
        void fault(String place, Exception why) throws IOException;
    }

    /** Hands over all rows. */
    public void read(BufferedReader reader, Rows<T> rows) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                read(line, source + ":" + number, rows);
            }
        }
    }

    private void read(String line, String place, Rows<T> rows) throws IOException {
        String key;
        T value;
        try {
            JsonNode node = mapper.readTree(line);
            boolean changelog = node.has("key") && node.has("value");
            JsonNode written = changelog ? node.get("value") : node;
            key = changelog ? node.get("key").asText() : null;
            value = changelog && written.isNull() ? null : records.read(written, type);
        } catch (JsonProcessingException | RuntimeException e) {
            rows.fault(place, e);
            return;
        }
        rows.row(key, value);
    }
}
