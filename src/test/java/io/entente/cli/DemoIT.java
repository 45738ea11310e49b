package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.ChildJvm;
import io.entente.cli.input.ExitCode;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente demo --exit}, in a process of its own, as people run it. */
class DemoIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aSecondRunOnTheSameDataProcessesNothingTwice() throws Exception {
        String first = demo("first");
        assertThat(first)
                .contains("72 articles published, 0 were there, 0 refused")
                .contains("ECU-PER");
        Map<String, Map<String, List<String>>> before = records();
        assertThat(before.get("entente.alerts")).isNotEmpty();

        String second = demo("second");
        assertThat(second).contains("0 articles published, 72 were there, 0 refused");
        assertThat(table(second)).isEqualTo(table(first));
        assertThat(records()).as("no record has been added to any topic").isEqualTo(before);
        commandsReadWhatIsThere();
    }

    /** Other commands find in the topics what the demo has shown. */
    private void commandsReadWhatIsThere() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data().resolve("kafka"), 0, Map.of());
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            // The file that the demo has left; its addresses were those of then.
            String file = data().resolve("entente.properties").toString();
            String[] where = {"--config", file, "--brokers", broker.bootstrapServers(), "--registry", registry.url()};
            assertThat(command(where, "topics", "plan")).doesNotContain("partitions, the settings say");
            assertThat(command(
                            where,
                            "pairs",
                            "--by",
                            "active",
                            "--top",
                            "3",
                            "--from",
                            "2024-03-01",
                            "--to",
                            "2024-05-01"))
                    .containsSubsequence("most active", "ECU-PER", "DZA-MAR", "IDN-JPN");
            assertThat(command(where, "relations", "per-ecu", "--csv").lines())
                    .hasSizeGreaterThan(10)
                    .anyMatch(line -> line.contains("2024-04-01"));
            assertThat(command(where, "tail", "alerts", "--pair", "ECU-PER", "--json")
                            .lines())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"ECU-PER|"))
                    .anyMatch(line -> line.contains("CRITICAL"));
            assertThat(command(where, "tail", "events", "--json").lines()).hasSizeGreaterThan(100);
        }
    }

    private static String command(String[] where, String... words) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(where));
        int code = Main.commandLine().setOut(new PrintWriter(out, true)).execute(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(ExitCode.OK);
        return out.toString();
    }

    /** Runs the demo and returns what it says. */
    private String demo(String run) throws Exception {
        Path log = folder.resolve(run + ".log");
        Process process = ChildJvm.of(Main.class, List.of("demo", "--exit", "--data", data().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** The tables of alerts and pairs at its end. */
    private static String table(String said) {
        return said.substring(said.indexOf("OPENED "))
                .lines()
                .filter(line -> !line.contains(" INFO  ["))
                .toList()
                .toString();
    }

    /** All records but ticks, by topic and key, in their order. */
    private Map<String, Map<String, List<String>>> records() {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data().resolve("kafka"), 0, Map.of());
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            Settings settings = Settings.load(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url()),
                    Map.of(),
                    null);
            Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
            try (TopicReader reader = new TopicReader(settings)) {
                for (Topic<?, ?> topic : topics.all()) {
                    Map<String, List<String>> keys = all.computeIfAbsent(topic.name(), name -> new TreeMap<>());
                    reader.read(List.of(topic), new TopicReader.Start.Beginning(), record -> {
                        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                        if (!key.equals(Tick.KEY)) {
                            keys.computeIfAbsent(key, k -> new ArrayList<>()).add(hex(record.value()));
                        }
                    });
                }
            }
        }
        return all;
    }

    private static String hex(byte[] value) {
        return value == null ? "" : HexFormat.of().formatHex(value);
    }
}
