package io.entente.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The registry without a broker: its log is a list, which outlives it. */
public final class MemoryRegistry implements AutoCloseable {
    private final Log log = new Log();
    private EmbeddedRegistry registry;

    public MemoryRegistry() {
        registry = EmbeddedRegistry.start(log, 0);
    }

    public String url() {
        return registry.url();
    }

    /** Stops it and starts another, with the same log. */
    public void restart() {
        registry.close();
        registry = EmbeddedRegistry.start(log, 0);
    }

    @Override
    public void close() {
        registry.close();
    }

    /** A log in memory, in the form in which it would be on the topic. */
    static final class Log implements SchemaLog {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final List<Entry> records = new ArrayList<>();

        private record Entry(String key, String value) {}

        /** A log as another registry left it: keys and values, null for a removed one. */
        static Log of(String... keysAndValues) {
            Log log = new Log();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                log.records.add(new Entry(keysAndValues[i], keysAndValues[i + 1]));
            }
            return log;
        }

        /** Keys and values in turn. */
        List<String> text() {
            return records.stream()
                    .flatMap(entry -> Stream.of(entry.key, String.valueOf(entry.value)))
                    .toList();
        }

        @Override
        public void replay(BiConsumer<JsonNode, JsonNode> visitor) {
            for (Entry record : records) {
                visitor.accept(read(record.key), record.value == null ? null : read(record.value));
            }
        }

        @Override
        public void append(JsonNode key, JsonNode value) {
            records.add(new Entry(key.toString(), value == null ? null : value.toString()));
        }

        @Override
        public void close() {}

        private static JsonNode read(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
