package io.entente.cli;

import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.cli.feed.Publisher;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.ReadingOptions;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Progress;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.pipeline.TopicReader;
import io.entente.registry.AvroSerdes;
import io.entente.topology.TickRecords;
import io.entente.topology.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes articles to the topic 'articles'.",
        footer = {
            "",
            "Input: JSON (one object a line, a list, {\"articles\": […]} and the like; of Entente's own form or as NewsAPI, mediastack, GNews,",
            "news-please and others write it), RSS and Atom feeds, JSON Feed, NITF, NewsML, news sitemaps, web pages, web archives (WARC), and",
            "plain text whose first line may be 'date 2024-03-01'; each also as .gz or in a .zip. docs/inputs.md lists fields and dates.",
            "What is none of these is refused, and it is said what it looks like.",
            "Articles are sent in the order of their dates, whatever their order in the files: a stage drops what comes days after newer",
            "news. So all input is read before the first article is sent; with --as-they-come each is sent at once.",
            "What is late all the same, dated more than entente.grace before what the stages have come to, is sent and counted: it changes no",
            "event and no alert until 'entente reset --stage relate' (docs/architecture.md).",
            "Exit code 1 if some articles were refused, each is named on stderr with its place and the reason, or if some were late."
        })
final class PublishCommand implements Callable<Integer> {
    /** Records from the end of a partition of {@code events} among which a tick stands: there is one in ten seconds, and one an hour of event time. */
    private static final int NEWEST = 1_000;
    /** So many late articles are named. */
    private static final int NAMED = 10;

    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "Files to publish, '-' for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "Send JSON objects instead of Avro.")
    private boolean json;

    @Option(names = "--as-they-come", description = "Send each article at once, in the order of the input.")
    private boolean asTheyCome;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inputs.require(files);
        Settings settings = options.load();
        Brokers.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        Inputs inputs = new Inputs(spec.commandLine().getErr(), reading.of(Optional.empty()));
        Progress progress = new Progress(spec.commandLine().getErr(), "articles sent");
        LateArticles late = late(settings, topics);
        try (Publisher publisher = new Publisher(settings, topics, json)) {
            Consumer<Article> send = article -> {
                if (possible(article, settings, inputs)) {
                    publisher.send(article);
                    warn(article, late);
                    progress.step();
                }
            };
            if (asTheyCome) {
                inputs.read(files, send);
            } else {
                inputs.readSorted(files, send);
            }
            publisher.flush();
            progress.end();
            spec.commandLine()
                    .getOut()
                    .println(Counted.of(publisher.acknowledged(), "article") + " acknowledged, " + inputs.refused()
                            + " refused"
                            + (late.count() == 0 ? "" : ", " + late.count() + " too late to change an event"));
        }
        return inputs.refused() + late.count() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    /** How far the stages have come, as they say themselves. */
    private static LateArticles late(Settings settings, Topics topics) {
        LateArticles late = new LateArticles(settings.clock());
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.events()), new TopicReader.Start.Newest(NEWEST), record -> {
                Tick tick = TickRecords.read(record);
                if (tick != null) {
                    late.reached(tick);
                }
            });
        }
        return late;
    }

    private void warn(Article article, LateArticles late) {
        if (late.add(article) && late.count() <= NAMED) {
            spec.commandLine()
                    .getErr()
                    .println(Articles.id(article) + ": dated " + article.getPublishedAt()
                            + ", too late to change an event: event time has come to "
                            + (late.reached() == null ? "later dates of these files" : late.reached())
                            + (late.count() == NAMED ? "; further ones are counted only" : ""));
        }
    }

    private static boolean possible(Article article, Settings settings, Inputs inputs) {
        try {
            Articles.validateDate(article, Instant.now(), settings.clock().future());
            return true;
        } catch (InvalidArticle e) {
            inputs.refuse(Articles.id(article) + ": " + e.getMessage());
            return false;
        }
    }
}
