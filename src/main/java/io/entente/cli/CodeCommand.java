package io.entente.cli;

import io.entente.avro.EnrichedArticle;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.ReadingOptions;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.CodedJson;
import io.entente.cli.output.CodedText;
import io.entente.coder.ArticleCoder;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente code}. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "Codes articles without Kafka: one JSON line an article, in order.",
        footer = {
            "",
            "Input: JSON (one object a line, a list, {\"articles\": […]} and the like; of Entente's own form or as NewsAPI, mediastack, GNews,",
            "news-please and others write it), RSS and Atom feeds, JSON Feed, NITF, NewsML, news sitemaps, web pages, web archives (WARC), and",
            "plain text whose first line may be 'date 2024-03-01'; each also as .gz or in a .zip. docs/inputs.md lists fields and dates.",
            "What is none of these is refused, and it is said what it looks like.",
            "Without FILE, or with '-', standard input is read. A text without a date is dated now, unless --date says otherwise.",
            "Exit code 1 if some articles were refused: each is named on stderr with its place and the reason.",
            "",
            "Examples:",
            "  entente code feed.jsonl > coded.jsonl",
            "  echo 'Iran warned Israel on Monday.' | entente code --explain",
            "  entente code --target Beijing feed.jsonl"
        })
final class CodeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|-", arity = "0..*", description = "Files to code, '-' for standard input.")
    private List<String> files = List.of();

    @Option(names = "--explain", description = "Print for people: each sentence with its actors and triggers marked.")
    private boolean explain;

    @Option(
            names = "--target",
            paramLabel = "TEXT",
            description =
                    "Print only the sentiment toward one target: an actor's code (CHN), words that name an actor (Beijing), or any"
                            + " other words as they stand in the text (Nord Stream). Their mean, from -1 to 1, and what it comes from;"
                            + " null if nothing that a sentence says goes toward it.")
    private @Nullable String target;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (target != null && target.isBlank()) {
            throw UserError.ofUsage("--target is empty: name an actor, such as CHN or Beijing, or words of the text");
        }
        Inputs.require(files);
        Inputs inputs = new Inputs(spec.commandLine().getErr(), reading.of(Optional.of(Instant.now())));
        ArticleCoder coder = Parts.coder(options.load());
        CodedText text = new CodedText();
        CodedJson json = new CodedJson();
        inputs.read(files, article -> {
            EnrichedArticle coded = coder.code(article);
            if (target != null) {
                out.println(json.toward(coded, article, coder.toward(article, target), target));
            } else if (explain) {
                out.print(text.of(coded, article));
            } else {
                out.println(json.of(coded, article));
            }
        });
        out.flush();
        return inputs.refused() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }
}
