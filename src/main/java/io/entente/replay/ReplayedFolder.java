package io.entente.replay;

import io.entente.avro.Event;
import io.entente.avro.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** What {@link ReplayFiles} wrote without changelog, read again. */
public final class ReplayedFolder {
    private final Path folder;

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
            new RowReader<>(file.toString(), type).read(reader, new Table<>(file, use));
        }
    }

    /** Rows without keys; any other line ends the reading. */
    private record Table<T>(Path file, Consumer<T> use) implements RowReader.Rows<T> {
        @Override
        public void row(@Nullable String key, @Nullable T value) throws IOException {
            if (key != null || value == null) {
                throw new IOException(file + " was written with --changelog; give a replay without it");
            }
            use.accept(value);
        }

        @Override
        public void fault(String place, Exception why) throws IOException {
            throw new IOException(place + ": not a row of a replay: " + why.getMessage(), why);
        }
    }
}
