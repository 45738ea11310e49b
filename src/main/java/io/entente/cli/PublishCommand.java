package io.entente.cli;

import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.cli.feed.Publisher;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.ReadingOptions;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.output.Progress;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
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
            "Exit code 1 if some articles were refused: each is named on stderr with its place and the reason."
        })
final class PublishCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "Files to publish, '-' for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "Send JSON objects instead of Avro.")
    private boolean json;

    @Option(names = "--as-they-come", description = "Send each article at once, in the order of the input.")
    private boolean asTheyCome;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private SettingsOptions options;

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
        try (Publisher publisher = new Publisher(settings, topics, json)) {
            Consumer<Article> send = article -> {
                if (possible(article, settings, inputs)) {
                    publisher.send(article);
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
                    .println(publisher.acknowledged() + " articles acknowledged, " + inputs.refused() + " refused");
        }
        return inputs.refused() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
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
