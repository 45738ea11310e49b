package io.entente.cli.input;

import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.config.Settings;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.replay.ReplayFiles;
import io.entente.replay.RowReader;
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

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Read the results of 'entente replay --out DIR' and not a cluster's topics.")
    private @Nullable Path folder;

    @Mixin
    private ClusterOptions options;

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
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            new RowReader<>(file.toString(), RelationWindow.class).read(reader, new RowReader.Rows<>() {
                @Override
                public void row(@Nullable String key, @Nullable RelationWindow window) {
                    String name = window == null ? String.valueOf(key) : window.getPair() + "|" + window.getStart();
                    if (wanted.test(pair(name))) {
                        put(windows, name, window);
                    }
                }

                @Override
                public void fault(String place, Exception why) {
                    throw new UserError(place + ": not a relation window: " + why.getMessage(), why);
                }
            });
        } catch (NoSuchFileException e) {
            throw UserError.ofUsage(file + " does not exist: give the folder that 'entente replay --out' wrote");
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e, e);
        }
    }
}
