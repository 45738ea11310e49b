package io.entente.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Event;
import io.entente.avro.Statement;
import io.entente.json.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;

/** What {@link ReplayFiles} wrote without changelog, read again. */
public final class ReplayedFolder {
    private final Path folder;
    private final ObjectMapper mapper = new ObjectMapper();
    private final RecordJson records = new RecordJson();

    /** The folder of an earlier replay. */
    public ReplayedFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Hands over the statements, as they were coded.
     *
     * @throws IOException if the file cannot be read or is not one of statements; the message says where
     */
    public void statements(Consumer<Statement> use) throws IOException {
        read(ReplayFiles.STATEMENTS, Statement.class, use);
    }

    /**
     * Hands over the events in their last version, in order of event time.
     *
     * @throws IOException if the file cannot be read or is not one of events; the message says where
     */
    public void events(Consumer<Event> use) throws IOException {
        read(ReplayFiles.EVENTS, Event.class, use);
    }

    private <T extends SpecificRecordBase> void read(String name, Class<T> type, Consumer<T> use) throws IOException {
        Path file = folder.resolve(name + ".jsonl");
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                use.accept(record(file, number, line, type));
            }
        }
    }

    private <T extends SpecificRecordBase> T record(Path file, int number, String line, Class<T> type)
            throws IOException {
        try {
            return records.read(mapper.readTree(line), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(
                    file + ":" + number + ": not a row of a replay without --changelog: " + e.getMessage(), e);
        }
    }
}
