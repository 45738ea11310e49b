package io.entente.cli;

import io.entente.cli.feed.DemoFeed;
import io.entente.cli.feed.LiveFeeds;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.Logs;
import io.entente.cli.input.Ports;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Summary;
import io.entente.collect.Source;
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
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
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
            "Examples, to watch the sample feed go by in under a minute, and live news:",
            "  entente demo --speed 1 --http-port 8080",
            "  entente demo --live config/feeds.opml --http-port 8080"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration FEED = Duration.ofMinutes(30);

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
            description = "Where broker and stages keep their data; default: data/demo, with --live data/live.")
    private @Nullable Path data;

    @Option(
            names = "--live",
            paramLabel = "SOURCES",
            arity = "1..*",
            description =
                    "Poll these feeds in place of the sample feed: OPML, a file with an address a line, or addresses.")
    private @Nullable List<String> live;

    @Option(names = "--full-text", description = "With --live: read the page of an article that has only a teaser.")
    private boolean fullText;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "A setting, as in 'entente run'.")
    private Map<String, String> flags = new LinkedHashMap<>();

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
        if (live != null && (feed != null || exit)) {
            throw UserError.ofUsage("--live goes neither with --feed nor with --exit: it polls until it is stopped");
        }
        if (live != null) {
            CollectCommand.read(live); // a wrong name is said at once
        }
        if (feed != null) {
            Inputs.require(List.of(feed.toString()));
        }
        Ports.require("--port", port);
        Ports.require("--registry-port", registryPort);
        Ports.require("--http-port", httpPort);
        try (Shutdown shutdown = new Shutdown();
                EmbeddedBroker broker = EmbeddedBroker.start(data().resolve("kafka"), port, Map.of());
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
            if (live != null) {
                collect(settings, topics, metrics, connection, serving, pipeline);
                return;
            }
            @Nullable
            Instant newest = new DemoFeed(spec.commandLine().getErr(), feed, speed).publish(settings, topics, pipeline);
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

    /** Polls feeds beside the stages, until it is stopped. */
    private void collect(
            Settings settings, Topics topics, Metrics metrics, Path connection, Serving serving, Pipeline pipeline)
            throws InterruptedException {
        List<Source> sources = CollectCommand.read(Objects.requireNonNull(live));
        try (LiveFeeds feeds = new LiveFeeds(sources, data().resolve("collect"), fullText, settings, topics)) {
            feeds.bindTo(metrics.registry());
            feeds.start();
            say("polling " + Counted.of(sources.size(), "feed") + "; what is new appears within a minute");
            stay(settings, connection, serving, pipeline);
        }
    }

    /** What was collected live is not for the clock of a feed of the past, and the other way round. */
    private Path data() {
        return data != null ? data : Path.of("data", live == null ? "demo" : "live");
    }

    private Settings settings(EmbeddedBroker broker, EmbeddedRegistry registry) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("entente.partitions.articles", "1"); // one partition keeps the feed's own order
        if (live == null) {
            all.put(
                    "entente.webhooks.max-age",
                    "PT0S"); // the sample feed is of the past, and its alerts are to be seen
        } else {
            all.put("entente.clock", "wall");
        }
        all.putAll(flags);
        all.put("bootstrap.servers", broker.bootstrapServers());
        all.put("schema.registry.url", registry.url());
        all.put("entente.http.port", Integer.toString(httpPort));
        all.put("entente.state.dir", data().resolve("state").toString());
        return Logs.inForm(Settings.load(all, System.getenv(), null));
    }

    /** A properties file with which other commands find this demo. */
    private Path writeConnection(Settings settings) {
        Path file = data().resolve("entente.properties");
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
