package io.entente.cli;

import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
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
            "Input: JSON lines with id, publishedAt (or date), body (or text), and optionally title, outlet (or source), url, language;",
            "plain text whose first line may be 'date YYYY-MM-DD'; an RSS or Atom feed; a web page.",
            "Exit code 1 if some articles were refused: each is named on stderr with its line and the reason."
        })
final class PublishCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "Files to publish, '-' for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "Send JSON objects instead of Avro.")
    private boolean json;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.load();
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        Progress progress = new Progress(spec.commandLine().getErr(), "articles sent");
        try (Publisher publisher = new Publisher(settings, topics, json)) {
            inputs.read(files, article -> {
                if (possible(article, settings, inputs)) {
                    publisher.send(article);
                    progress.step();
                }
            });
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
