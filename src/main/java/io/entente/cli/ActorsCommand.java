package io.entente.cli;

import io.entente.actor.ActorMention;
import io.entente.actor.Gazetteer;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.article.form.ReadOptions;
import io.entente.avro.Article;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Progress;
import io.entente.cli.output.TextTable;
import io.entente.language.segment.Document;
import io.entente.language.segment.Segmenter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente actors}. */
@Command(
        name = "actors",
        mixinStandardHelpOptions = true,
        description = "Shows and checks the dictionaries of countries, blocs, offices and people.",
        footer = {"", "The dictionaries can be extended by the files in the folder 'actors' below entente.dictionaries."
        })
final class ActorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Segmenter segmenter = new Segmenter();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "lookup, check, unresolved or export?");
    }

    @Command(
            name = "lookup",
            mixinStandardHelpOptions = true,
            description =
                    "Shows whom a name means: the dictionaries' entries, and what the words are read as on a date.")
    int lookup(
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "A name or a phrase.") List<String> words,
            @Option(
                            names = "--date",
                            paramLabel = "YYYY-MM-DD",
                            description = "The article's date; today if not given.")
                    @Nullable
                    LocalDate date,
            @Mixin SettingsOptions options) {
        Gazetteer gazetteer = Parts.gazetteer(options.load());
        LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
        String name = String.join(" ", words);
        PrintWriter out = spec.commandLine().getOut();
        List<DictionaryEntry> entries = gazetteer.lookup(name);
        if (!entries.isEmpty()) {
            TextTable table = new TextTable("", "CODE", "KIND", "NAME", "ROLE", "FROM", "TO", "FORM");
            entries.forEach(entry -> table.row(
                    entry.on(day) ? "*" : "",
                    text(entry.code()),
                    entry.kind(),
                    entry.name(),
                    text(entry.role()),
                    text(entry.from()),
                    text(entry.to()),
                    entry.form()));
            table.print(out);
            out.println("* on " + day);
        }
        List<ActorMention> mentions =
                gazetteer.tag(segmenter.segment(null, name), day).mentions();
        for (ActorMention mention : mentions) {
            out.println("read on " + day + ": " + mention.text() + " = " + mention.code() + ", " + mention.kind()
                    + (mention.role() == null ? "" : ", " + mention.role()));
        }
        if (entries.isEmpty() && mentions.isEmpty()) {
            throw new UserError("no dictionary knows '" + name
                    + "': add it to a file such as people.tsv in the folder 'actors' below entente.dictionaries");
        }
        return ExitCode.OK;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Checks dictionary files: each fault is named with file, line and reason.",
                "Exit code 1 if there are any."
            })
    int check(@Parameters(paramLabel = "FILE", arity = "1..*", description = "Dictionary files.") List<Path> files) {
        Inputs.require(files.stream().map(Path::toString).toList());
        int faults = 0;
        for (Path file : files) {
            List<String> problems = Gazetteer.check(file);
            problems.forEach(spec.commandLine().getErr()::println);
            faults += problems.size();
        }
        spec.commandLine().getOut().println(Counted.of(files.size(), "file") + ", " + Counted.of(faults, "fault"));
        return faults == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    @Command(
            name = "unresolved",
            mixinStandardHelpOptions = true,
            description =
                    "Lists names that seem to say or do something in articles and that no dictionary knows, the most frequent first.")
    int unresolved(
            @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "Articles, as for 'publish'.")
                    List<String> files,
            @Option(
                            names = "--top",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "How many; ${DEFAULT-VALUE} if not given.")
                    int top,
            @Mixin SettingsOptions options) {
        Inputs.require(files);
        Gazetteer gazetteer = Parts.gazetteer(options.load());
        Map<String, Integer> counts = new HashMap<>();
        Inputs inputs = new Inputs(spec.commandLine().getErr(), ReadOptions.NONE);
        Progress progress = new Progress(spec.commandLine().getErr(), "articles read");
        inputs.read(files, article -> {
            gazetteer
                    .tag(document(article), LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC))
                    .unresolved()
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
            progress.step();
        });
        progress.end();
        TextTable table = new TextTable("TIMES", "NAME");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .forEach(entry -> table.row(entry.getValue(), entry.getKey()));
        table.print(spec.commandLine().getOut());
        return inputs.refused() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private Document document(Article article) {
        return segmenter.segment(article.getTitle().orElse(null), article.getBody());
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Prints all entries, built-in and own, as tab-separated values.")
    int export(@Mixin SettingsOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("form\tkind\tcode\tname\trole\tfrom\tto");
        for (DictionaryEntry entry : Parts.gazetteer(options.load()).entries()) {
            out.println(String.join(
                    "\t",
                    entry.form(),
                    entry.kind(),
                    text(entry.code()),
                    entry.name(),
                    text(entry.role()),
                    text(entry.from()),
                    text(entry.to())));
        }
        return ExitCode.OK;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
