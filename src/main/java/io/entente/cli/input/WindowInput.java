package io.entente.cli.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.config.Settings;
import io.entente.json.RecordJson;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.replay.ReplayFiles;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where relation windows come from: the topics of a cluster, or the folder of a replay. */
public final class WindowInput {
    private final RecordJson json = new RecordJson();

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Read the results of 'entente replay --out DIR' and not a cluster's topics.")
    private @Nullable Path folder;

    @Mixin
    private SettingsOptions options;

    /** The settings in force. */
    public Settings settings() {
        return options.load();
    }

    /** The last version of each window of a pair that {@code wanted} takes by its key's first part, in order of pair and time. */
    public Collection<RelationWindow> read(Granularity granularity, Predicate<String> wanted) {
        TreeMap<String, RelationWindow> windows = new TreeMap<>();
        if (folder == null) {
            readTopic(granularity, wanted, windows);
        } else {
            readFile(folder, granularity, wanted, windows);
        }
        return windows.values();
    }

    private void readTopic(Granularity granularity, Predicate<String> wanted, Map<String, RelationWindow> windows) {
        Settings settings = options.load();
        Brokers.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        Topic<String, RelationWindow> topic = granularity == Granularity.HOUR ? topics.hourly() : topics.daily();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topic), new TopicReader.Start.Beginning(), record -> {
                String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                if (wanted.test(pair(key))) {
                    put(windows, key, value(topic, record));
                }
            });
        }
    }

    private static @Nullable RelationWindow value(
            Topic<String, RelationWindow> topic, ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? null
                : topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
    }

    private static void put(Map<String, RelationWindow> windows, String key, @Nullable RelationWindow window) {
        if (window == null) {
            windows.remove(key);
        } else {
            windows.put(key, window);
        }
    }

    private static String pair(String key) {
        int bar = key.indexOf('|');
        return bar < 0 ? key : key.substring(0, bar);
    }

    private void readFile(
            Path from, Granularity granularity, Predicate<String> wanted, Map<String, RelationWindow> windows) {
        Path file = from.resolve((granularity == Granularity.HOUR ? ReplayFiles.HOURLY : ReplayFiles.DAILY) + ".jsonl");
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                Row row = row(mapper, line, file, number);
                if (wanted.test(pair(row.key()))) {
                    put(windows, row.key(), row.window());
                }
            }
        } catch (NoSuchFileException e) {
            throw UserError.ofUsage(file + " does not exist: give the folder that 'entente replay --out' wrote");
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e, e);
        }
    }

    /** A window under its key; null removes it. */
    private record Row(String key, @Nullable RelationWindow window) {}

    /** A line of a table, or of a changelog, whose last line for a window holds. */
    private Row row(ObjectMapper mapper, String line, Path file, int number) throws IOException {
        try {
            JsonNode node = mapper.readTree(line);
            JsonNode value = node.has("value") ? node.get("value") : node;
            if (value.isNull()) {
                return new Row(node.path("key").asText(), null);
            }
            RelationWindow window = json.read(value, RelationWindow.class);
            return new Row(window.getPair() + "|" + window.getStart(), window);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UserError(file + ":" + number + ": not a relation window: " + e.getMessage(), e);
        }
    }
}
