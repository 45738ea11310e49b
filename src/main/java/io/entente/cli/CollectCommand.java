package io.entente.cli;

import io.entente.cli.feed.LiveFeeds;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.collect.Source;
import io.entente.collect.SourceList;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.pipeline.Upstream;
import io.entente.registry.AvroSerdes;
import io.entente.serve.Monitoring;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente collect}. */
@Command(
        name = "collect",
        subcommands = CurrentEventsCommand.class,
        mixinStandardHelpOptions = true,
        description = "Polls feeds (RSS, Atom, JSON Feed) and publishes their articles, until it is stopped.",
        footer = {
            "",
            "It asks one host for one thing at a time, sends ETag and Last-Modified, obeys robots.txt and Retry-After, keeps to the longer of",
            "entente.collect.interval and the interval that a feed asks for, and leaves a failing source alone for ever longer times. Name a contact",
            "(--set entente.collect.contact=…), so that publishers can reach you. Each article is published once, whatever feeds show it and however often",
            "this command is started, as long as --data stays. Addresses that are not public are not asked (entente.collect.networks).",
            "Log, /metrics and /health (entente.http.port) say how each source is. config/feeds.opml names feeds to begin with.",
            "",
            "Example:",
            "  entente collect config/feeds.opml --full-text --brokers localhost:9092"
        })
final class CollectCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofMinutes(5);

    @Parameters(
            paramLabel = "SOURCES",
            arity = "0..*", // the subcommand has none
            description = "OPML files, files with an address a line ('#' begins a comment), or addresses of feeds.")
    private List<String> sources = List.of();

    @Option(
            names = "--full-text",
            description = "Read the page of an article of which a feed shows less than 800 characters.")
    private boolean fullText;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/collect",
            description = "Where it keeps what it has seen; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (sources.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "which feeds? Name OPML, a file with an address a line, or addresses");
        }
        List<Source> list = read(sources);
        Settings settings = options.load();
        try (Shutdown shutdown = new Shutdown()) {
            CountDownLatch stop = new CountDownLatch(1);
            shutdown.onRequest(stop::countDown);
            if (new Upstream(settings).await(START, stop)) {
                collect(list, settings, shutdown);
            }
        }
        return ExitCode.OK;
    }

    /**
     * The feeds that {@code sources} name.
     *
     * @throws UserError if they name none, or something else
     */
    static List<Source> read(List<String> sources) {
        try {
            return SourceList.read(sources);
        } catch (SourceList.Unusable e) {
            throw UserError.ofUsage(String.valueOf(e.getMessage()));
        }
    }

    private void collect(List<Source> list, Settings settings, Shutdown shutdown) throws InterruptedException {
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        try (Metrics metrics = new Metrics();
                LiveFeeds feeds = new LiveFeeds(list, data, fullText, settings, topics)) {
            feeds.bindTo(metrics.registry());
            shutdown.onRequest(feeds::stop);
            Optional<Monitoring> monitoring = Monitoring.start(settings, metrics, () -> true, () -> true);
            try {
                monitoring.ifPresent(it -> say("metrics and health at " + it.url() + "/metrics"));
                say("polling " + Counted.of(list.size(), "feed") + ", until Ctrl-C");
                if (settings.collect().contact().isEmpty()) {
                    say("publishers cannot reach you: name a contact with --set entente.collect.contact=…");
                }
                feeds.run();
            } finally {
                monitoring.ifPresent(Monitoring::close);
            }
            say(Counted.of(feeds.published(), "article") + " published");
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }
}
