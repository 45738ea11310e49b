package io.entente.cli;

import io.entente.article.Articles;
import io.entente.article.form.ReadOptions;
import io.entente.avro.Article;
import io.entente.cli.feed.Pace;
import io.entente.cli.feed.Publisher;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.Logs;
import io.entente.cli.input.Ports;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Progress;
import io.entente.cli.output.Summary;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.ops.Metrics;
import io.entente.pipeline.Completion;
import io.entente.pipeline.Pipeline;
import io.entente.pipeline.Stage;
import io.entente.pipeline.TopicAdmin;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.serve.Serving;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs everything in this process: a Kafka broker, a schema registry, all stages and a sample feed;"
                        + " prints the alerts and the most active pairs.",
        footer = {
            "",
            "It stays up for other clients until Ctrl-C, or ends with --exit. What it holds stays in --data; a second run goes on from there",
            "and publishes only articles that are not there yet.",
            "",
            "Example, to watch the sample feed go by in under a minute:",
            "  entente demo --speed 1 --http-port 8080"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration FEED = Duration.ofMinutes(30);
    private static final String SAMPLE = "sample-feed.jsonl";

    @Option(names = "--feed", paramLabel = "FILE", description = "Articles to publish; default: the sample feed.")
    private @Nullable Path feed;

    @Option(names = "--port", paramLabel = "N", description = "Port of the broker on 127.0.0.1; default: a free one.")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "N",
            description = "Port of the schema registry; default: a free one.")
    private int registryPort;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "Port of the API and the dashboard; default: a free one.")
    private int httpPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "Where broker and stages keep their data; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "A setting, as in 'entente run'.")
    private Map<String, String> flags = new java.util.LinkedHashMap<>();

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            defaultValue = "Infinity",
            description = {
                "Publish so many days of the feed a second, to watch the dashboard come alive; 1 is a good start.",
                "Default: all at once."
            })
    private double speed;

    @Option(names = "--exit", description = "End when the feed has gone through.")
    private boolean exit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed > 0)) {
            throw UserError.ofUsage("--speed must be above 0: days of the feed a second, such as 1");
        }
        if (feed != null) {
            Inputs.require(List.of(feed.toString()));
        }
        Ports.require("--port", port);
        Ports.require("--registry-port", registryPort);
        Ports.require("--http-port", httpPort);
        try (Shutdown shutdown = new Shutdown();
                EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), port, Map.of());
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort)) {
            Settings settings = settings(broker, registry);
            Path connection = writeConnection(settings);
            say("broker " + broker.bootstrapServers() + ", registry " + registry.url());
            run(settings, connection, shutdown);
        }
        return ExitCode.OK;
    }

    private void run(Settings settings, Path connection, Shutdown shutdown) throws InterruptedException {
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        int pairPartitions;
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.apply(topics);
            pairPartitions = admin.pairPartitions(topics);
        }
        try (Metrics metrics = new Metrics();
                Pipeline pipeline = Pipeline.start(
                        settings,
                        EnumSet.allOf(Stage.class),
                        metrics.timed(Parts.coder(settings)),
                        Parts.policy(settings));
                Serving serving =
                        Parts.serving(settings, metrics, new Serving.Stages(pipeline::alive, pipeline::ready))) {
            pipeline.bindTo(metrics.registry());
            shutdown.onRequest(pipeline::requestStop);
            pipeline.awaitReady(START);
            say("stages " + EnumSet.allOf(Stage.class) + " run; API and dashboard at " + serving.url());
            @Nullable Instant newest = publish(settings, topics, pipeline);
            if (newest != null) {
                new Completion(settings, topics, pairPartitions).await(newest, FEED, () -> {
                    pipeline.requireNoFailure();
                    return !pipeline.stopRequested();
                });
            }
            report(settings, topics);
            if (!exit) {
                stay(settings, connection, serving, pipeline);
            }
        }
    }

    private Settings settings(EmbeddedBroker broker, EmbeddedRegistry registry) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("entente.partitions.articles", "1"); // one partition keeps the feed's own order
        all.put("entente.webhooks.max-age", "PT0S"); // the sample feed is of the past, and its alerts are to be seen
        all.putAll(flags);
        all.put("bootstrap.servers", broker.bootstrapServers());
        all.put("schema.registry.url", registry.url());
        all.put("entente.http.port", Integer.toString(httpPort));
        all.put("entente.state.dir", data.resolve("state").toString());
        return Logs.inForm(Settings.load(all, System.getenv(), null));
    }

    /** A properties file with which other commands find this demo. */
    private Path writeConnection(Settings settings) {
        Path file = data.resolve("entente.properties");
        Properties properties = new Properties();
        properties.put("bootstrap.servers", settings.bootstrapServers());
        properties.put(
                "schema.registry.url",
                Objects.requireNonNull(settings.serdeConfig().get("schema.registry.url")));
        properties.put("entente.prefix", settings.prefix());
        properties.put("entente.partitions.articles", Integer.toString(settings.articlePartitions()));
        properties.put("entente.partitions.pairs", Integer.toString(settings.pairPartitions()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The running demo");
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": " + e, e);
        }
        return file;
    }

    /** Publishes what is not there yet; returns the event time of the newest article that can be accepted, null if there is none. */
    private @Nullable Instant publish(Settings settings, Topics topics, Pipeline pipeline) {
        Set<String> known = new HashSet<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(
                    List.of(topics.articles()),
                    new TopicReader.Start.Beginning(),
                    record -> known.add(
                            new String(record.key() == null ? new byte[0] : record.key(), StandardCharsets.UTF_8)));
        }
        Inputs inputs = new Inputs(spec.commandLine().getErr(), ReadOptions.NONE);
        Progress progress = new Progress(spec.commandLine().getErr(), "articles sent");
        Pace pace = new Pace(speed, time -> Thread.sleep(time.toMillis()));
        Newest newest = new Newest(Instant.now().plus(settings.clock().future()));
        try (Publisher publisher = new Publisher(settings, topics, false)) {
            readFeed(inputs, article -> {
                newest.see(article);
                if (!known.contains(Articles.id(article)) && isDue(pace, article, pipeline)) {
                    publisher.send(article);
                    progress.step();
                }
            });
            publisher.flush();
            progress.end();
            say(publisher.acknowledged() + " articles published, " + known.size() + " were there, " + inputs.refused()
                    + " refused");
        }
        return newest.time;
    }

    /** False when the demo is to end. */
    private static boolean isDue(Pace pace, Article article, Pipeline pipeline) {
        try {
            return pace.await(article.getPublishedAt(), () -> {
                pipeline.requireNoFailure();
                return !pipeline.stopRequested();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void readFeed(Inputs inputs, java.util.function.Consumer<Article> sink) {
        if (feed != null) {
            inputs.readSorted(List.of(feed.toString()), sink);
            return;
        }
        try (InputStream sample =
                Objects.requireNonNull(DemoCommand.class.getResourceAsStream("/io/entente/cli/" + SAMPLE))) {
            inputs.read(SAMPLE, sample, sink);
        } catch (IOException e) {
            throw new UserError("cannot read the sample feed: " + e, e);
        }
    }

    /** Keeps the newest possible event time. */
    private static final class Newest {
        private final Instant limit;
        private @Nullable Instant time;

        Newest(Instant limit) {
            this.limit = limit;
        }

        void see(Article article) {
            Instant published = article.getPublishedAt();
            if (!published.isAfter(limit) && (time == null || published.isAfter(time))) {
                time = published;
            }
        }
    }

    private void report(Settings settings, Topics topics) {
        PrintWriter out = spec.commandLine().getOut();
        Summary summary = new Summary(out);
        try (TopicReader reader = new TopicReader(settings)) {
            out.println();
            summary.alerts(reader.table(topics.alerts()).values());
            out.println();
            summary.pairs(reader.table(topics.daily()).values());
            out.flush();
        }
    }

    private void stay(Settings settings, Path connection, Serving serving, Pipeline pipeline)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%nStill running, until Ctrl-C: %s%nIn another terminal:%n", serving.url());
        out.printf("  bin/entente tail alerts --config %s%n", connection);
        out.printf("  bin/entente publish FILE --config %s%n", connection);
        out.printf(
                "Any Kafka client: %s, schema registry %s%n",
                settings.bootstrapServers(), settings.serdeConfig().get("schema.registry.url"));
        out.flush();
        pipeline.awaitEnd();
        pipeline.requireNoFailure();
    }

    private void say(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(what);
        err.flush();
    }
}
