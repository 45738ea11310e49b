package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.ChildJvm;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.cli.input.ExitCode;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.pipeline.Cluster;
import io.entente.pipeline.TopicReader;
import io.entente.topology.TickRecords;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a broker: publishing in order, what is late, third-party event data, the registry alone, ports that are taken. */
class ClusterCommandsIT {
    private static final Pattern ADDRESS = Pattern.compile("schema registry at (http://\\S+)");

    @TempDir
    private Path folder;

    private static String[] with(Settings settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.shown().forEach((key, value) -> {
            all.add("--set");
            all.add(key + "=" + value);
        });
        return all.toArray(String[]::new);
    }

    private Path newestFirst() throws IOException {
        StringBuilder feed = new StringBuilder();
        for (int day = 20; day > 10; day--) {
            feed.append(
                    "{\"id\":\"a%1$d\",\"date\":\"2024-03-%1$d\",\"body\":\"Peru thanked Chile.\"}%n".formatted(day));
        }
        return Files.writeString(folder.resolve("feed.jsonl"), feed);
    }

    private static List<String> published(Settings settings, Topics topics) {
        List<String> keys = new ArrayList<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(
                    List.of(topics.articles()),
                    new TopicReader.Start.Beginning(),
                    record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
        }
        return keys;
    }

    @Test
    void publishSortsAndSaysWhatIsLate() throws Exception {
        try (Cluster cluster = new Cluster(folder.resolve("cluster"))) {
            Path feed = newestFirst();
            Settings sorted = cluster.settings("sorted", 1, 1);
            Topics topics = Cluster.topics(sorted);
            Run run = Run.of(with(sorted, "publish", feed.toString()));
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.out())
                    .contains("10 articles acknowledged, 0 refused")
                    .doesNotContain("late");
            assertThat(published(sorted, topics)).hasSize(10).isSorted();

            Settings unsorted = cluster.settings("unsorted", 1, 1);
            Topics others = Cluster.topics(unsorted);
            run = Run.of(with(unsorted, "publish", "--as-they-come", feed.toString()));
            assertThat(run.exit()).isEqualTo(ExitCode.SOME_REFUSED);
            assertThat(run.out()).contains("10 articles acknowledged, 0 refused, 6 too late");
            assertThat(run.err()).contains("a14: dated 2024-03-14T00:00:00Z, too late");
            assertThat(published(unsorted, others)).hasSize(10).isSortedAccordingTo((a, b) -> b.compareTo(a));

            // What the stages have come to counts too, after their last tick is no longer the last record.
            reach(sorted, topics, Instant.parse("2024-03-17T00:00:00Z"));
            run = Run.of(with(sorted, "publish", feed.toString()));
            assertThat(run.out()).contains("10 articles acknowledged, 0 refused, 3 too late");
            assertThat(run.err()).contains("event time has come to 2024-03-17T00:00:00Z");

            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(taken.getLocalPort());
                run = Run.of(with(sorted, "serve", "--port", port));
                assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
                assertThat(run.err()).contains("port " + port).contains("--port");
            }
        }
    }

    private static void reach(Settings settings, Topics topics, Instant watermark) throws Exception {
        Tick tick = new Tick(0, 1, watermark, watermark, false);
        try (KafkaProducer<byte[], byte[]> producer = Cluster.producer(settings)) {
            producer.send(new ProducerRecord<>(
                            topics.events().name(),
                            0,
                            Tick.KEY.getBytes(StandardCharsets.UTF_8),
                            null,
                            TickRecords.headers(tick)))
                    .get();
            producer.send(new ProducerRecord<>(topics.events().name(), 0, new byte[] {'x'}, null))
                    .get();
        }
    }

    /** A line of GDELT's event table 2.0 about two governments. */
    private static String gdelt(LocalDate day, String code, String goldstein) {
        String[] cells = new String[61];
        Arrays.fill(cells, "");
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        cells[0] = date;
        cells[1] = date;
        cells[5] = "PERGOV";
        cells[7] = "PER";
        cells[15] = "ECUGOV";
        cells[17] = "ECU";
        cells[26] = code;
        cells[30] = goldstein;
        cells[59] = date + "120000";
        cells[60] = "https://wire.example/" + date;
        return String.join("\t", cells);
    }

    @Test
    void eventDataOfOthersIsRelatedAndHeldAgainstHistory() throws Exception {
        LocalDate begin = LocalDate.of(2024, 1, 1);
        LocalDate strike = begin.plusDays(60);
        List<String> rows = new ArrayList<>();
        for (LocalDate day = begin; day.isBefore(strike); day = day.plusDays(3)) {
            rows.add(gdelt(day, "040", "1.0"));
        }
        rows.add(gdelt(strike, "195", "-10.0"));
        rows.add(gdelt(strike.plusDays(3), "051", "3.4"));
        Path data = Files.write(folder.resolve("events.csv"), rows);
        Path known = Files.writeString(folder.resolve("known.tsv"), "ECU-PER\t" + strike + "\tcrisis\tair strike\n");
        Path policy = Files.writeString(folder.resolve("alerts.yaml"), "outletFamilies: 1\n");
        try (Cluster cluster = new Cluster(folder.resolve("cluster"))) {
            Settings settings = cluster.settings("gdelt", 1, 1, Map.of("entente.alerts", policy.toString()));
            Topics topics = Cluster.topics(settings);
            Process stages = ChildJvm.of(Main.class, List.of(with(settings, "run", "--stages", "relate,alert")))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("stages.log").toFile())
                    .start();
            try {
                Run imported = Run.of(with(settings, "import", "gdelt", data.toString()));
                assertThat(imported.exit()).as(imported.err()).isEqualTo(ExitCode.OK);
                try (TopicReader reader = new TopicReader(settings)) {
                    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                                    reader.table(topics.events()).values())
                            .extracting(Event::getEvent)
                            .contains(EventType.SUPPORT));
                }
            } finally {
                stages.destroyForcibly().waitFor();
            }
            Path report = folder.resolve("report");
            Run tested = Run.of(
                    with(settings, "backtest", "--topics", "--known", known.toString(), "--out", report.toString()));
            assertThat(tested.exit()).as(tested.err()).isEqualTo(ExitCode.OK);
            assertThat(tested.out()).contains("crises  1 of 1 found", strike + " ECU-PER crisis, air strike");
            assertThat(report.resolve("backtest.html")).isRegularFile();
        }
    }

    @Test
    void registryServesAClusterThatHasNone() throws Exception {
        ExecutorService runner = Executors.newSingleThreadExecutor();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of())) {
            StringWriter err = new StringWriter();
            String[] arguments = {"registry", "--bootstrap", broker.bootstrapServers(), "--port", "0"};
            Future<Integer> exit = runner.submit(() ->
                    Main.commandLine(arguments).setErr(new PrintWriter(err)).execute(arguments));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ADDRESS.matcher(err.toString()).find() || exit.isDone());
            Matcher address = ADDRESS.matcher(err.toString());
            assertThat(address.find()).as(err.toString()).isTrue();
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest register = HttpRequest.newBuilder(URI.create(address.group(1) + "/subjects/a-value/versions"))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}"))
                    .build();
            assertThat(client.send(register, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"id\":1}");
            HttpRequest list = HttpRequest.newBuilder(URI.create(address.group(1) + "/subjects"))
                    .build();
            assertThat(client.send(list, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("[\"a-value\"]");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("_schemas");
            }
            runner.shutdownNow(); // as a signal does
            assertThat(runner.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
