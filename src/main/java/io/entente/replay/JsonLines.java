package io.entente.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.json.RecordJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A file of records, one JSON object a line. */
final class JsonLines implements Closeable {
    private final RecordJson json = new RecordJson();
    private final ObjectMapper mapper = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private final BufferedWriter writer;

    JsonLines(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file);
    }

    /** The record as it is. */
    void write(SpecificRecord record) {
        write(json.write(record));
    }

    /** An object with the key and the record; null says that the row was removed. */
    void write(String key, @Nullable SpecificRecord record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("key", key);
        line.set("value", record == null ? JsonNodeFactory.instance.nullNode() : json.write(record));
        write(line);
    }

    private void write(ObjectNode line) {
        try {
            mapper.writeValue(writer, line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
