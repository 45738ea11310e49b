package io.entente.cli;

import io.entente.cli.feed.LiveEvents;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente collect current-events}. */
@Command(
        name = "current-events",
        mixinStandardHelpOptions = true,
        description = "Publishes the world events that Wikipedia lists day by day, as articles.",
        footer = {
            "",
            "The portal 'Current events' has a page a day since July 2002; it is read through the MediaWiki API, without a key, fifty days a request.",
            "Its texts are by Wikipedia's contributors under CC BY-SA 4.0: each article's url names the page that says who wrote it, and its outlet",
            "is 'Wikipedia: Current events'. Whoever shows the texts must say so too. An article is published once, as long as --data stays.",
            "History makes live news late and the other way round: begin with the history, and follow with the same command.",
            "",
            "Example, eight years and then what comes:",
            "  entente collect current-events --from 2012-01-01 --follow"
        })
final class CurrentEventsCommand implements Callable<Integer> {
    private static final LocalDate FIRST = LocalDate.of(2002, 7, 1);

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day, such as 2012-01-01; default: yesterday.")
    private @Nullable LocalDate from;

    @Option(names = "--follow", description = "Go on with what is added, until it is stopped.")
    private boolean follow;

    @Option(
            names = "--wiki",
            paramLabel = "URL",
            defaultValue = "https://en.wikipedia.org/",
            description = "The wiki; default: ${DEFAULT-VALUE}.")
    private URI wiki;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/current-events",
            description = "Where it keeps what it has published; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate begin = from == null ? today.minusDays(1) : from;
        if (begin.isAfter(today) || begin.isBefore(FIRST)) {
            throw UserError.ofUsage("--from " + begin + ": choose a day from " + FIRST + " to " + today);
        }
        Settings settings = options.load();
        Brokers.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        try (Shutdown shutdown = new Shutdown();
                LiveEvents events = new LiveEvents(wiki, follow, data, settings, topics)) {
            shutdown.onRequest(events::stop);
            say("texts by Wikipedia's contributors, CC BY-SA 4.0; each article's url names its page");
            events.run(begin);
            say(Counted.of(events.published(), "article") + " published");
            return events.failed() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }
}
