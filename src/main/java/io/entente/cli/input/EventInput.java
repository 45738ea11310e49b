package io.entente.cli.input;

import io.entente.avro.Event;
import io.entente.avro.Statement;
import io.entente.config.Settings;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.replay.ReplayedFolder;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where statements and events that have been made before come from: the topics of a cluster, or the folder of a replay. */
public final class EventInput {
    @Option(
            names = "--replayed",
            paramLabel = "DIR",
            description = "In place of a feed: the folder of 'entente replay', written without --changelog.")
    private @Nullable Path folder;

    @Option(
            names = "--topics",
            description = "In place of a feed: a cluster's statements and events, such as imported event data.")
    private boolean topics;

    /** How many sources are named: a folder, topics. */
    public int named() {
        return (folder == null ? 0 : 1) + (topics ? 1 : 0);
    }

    /** Reads all statements, then all events in their last version and in order of event time. */
    public void read(Settings settings, Consumer<Statement> statements, Consumer<Event> events) {
        if (folder == null) {
            readTopics(settings, statements, events);
        } else {
            readFolder(folder, statements, events);
        }
    }

    private static void readFolder(Path folder, Consumer<Statement> statements, Consumer<Event> events) {
        ReplayedFolder files = new ReplayedFolder(folder);
        try {
            files.statements(statements);
            files.events(events);
        } catch (IOException e) {
            throw new UserError("cannot read the replay in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void readTopics(Settings settings, Consumer<Statement> statements, Consumer<Event> events) {
        Brokers.require(settings);
        Registries.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        try (TopicReader reader = new TopicReader(settings)) {
            Topic<String, Statement> all = topics.statements();
            reader.read(List.of(all), new TopicReader.Start.Beginning(), record -> {
                if (record.value() != null) { // else a tick
                    statements.accept(all.value().deserializer().deserialize(all.name(), record.value()));
                }
            });
            reader.table(topics.events()).values().stream()
                    .sorted(Comparator.comparing(Event::getPublishedAt).thenComparing(Event::getId))
                    .forEach(events);
        }
    }
}
