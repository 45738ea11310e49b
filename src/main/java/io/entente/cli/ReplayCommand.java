package io.entente.cli;

import io.entente.avro.Article;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.ReadingOptions;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Progress;
import io.entente.cli.output.TextTable;
import io.entente.config.Settings;
import io.entente.relation.StatementFate;
import io.entente.replay.PairRanking;
import io.entente.replay.Replay;
import io.entente.replay.ReplayCounts;
import io.entente.replay.ReplayFiles;
import io.entente.replay.ReplaySummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Runs all stages over files of articles, in memory and without Kafka.",
        footer = {
            "",
            "Input: JSON (one object a line, a list, {\"articles\": […]} and the like; of Entente's own form or as NewsAPI, mediastack, GNews,",
            "news-please and others write it), RSS and Atom feeds, JSON Feed, NITF, NewsML, news sitemaps, web pages, web archives (WARC), and",
            "plain text whose first line may be 'date 2024-03-01'; each also as .gz or in a .zip. docs/inputs.md lists fields and dates.",
            "What is none of these is refused, and it is said what it looks like.",
            "Articles are taken in the order of their dates, whatever their order in the files, unless --as-they-come is given.",
            "Output in DIR, one JSON object a line: statements.jsonl as they were coded; events.jsonl, relations.hourly.jsonl and",
            "relations.daily.jsonl with each row once, in its last version, in order of event time; alerts.jsonl likewise, in order of",
            "opening. With --changelog all but the statements hold every version as it came: {\"key\": …, \"value\": …}, null for a row",
            "that was removed. A summary is printed.",
            "The same input gives the same output, whatever the machine.",
            "Exit code 1 if some articles were refused, each is named on stderr with its place and the reason, or if statements were late.",
            "",
            "Example:",
            "  entente replay feed-2024.jsonl feed-2025.jsonl --out replayed && entente pairs --in replayed"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int BATCH = 256;
    private static final int PAIRS = 10;

    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "Files of articles, '-' for standard input.")
    private List<String> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "replay",
            description = "Folder for the results, made if need be; its files are replaced. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--changelog", description = "Write every version of events and relations, not only the last.")
    private boolean changelog;

    @Option(names = "--as-they-come", description = "Take the articles in the order of the input.")
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
        Inputs inputs = new Inputs(spec.commandLine().getErr(), reading.of(Optional.empty()));
        ReplaySummary summary = new ReplaySummary();
        long late;
        try (ReplayFiles results = new ReplayFiles(out, changelog, summary)) {
            Replay replay = new Replay(
                    Parts.coder(settings),
                    settings.clock(),
                    settings.relate(),
                    Parts.policy(settings),
                    Instant.now(),
                    results,
                    inputs::refuse);
            run(replay, inputs);
            results.close();
            print(replay.counts(), inputs.refused(), summary);
            late = replay.counts().of(StatementFate.LATE);
        } catch (IOException e) {
            throw new UserError("cannot write to " + out + ": " + e, e);
        }
        spec.commandLine().getOut().flush();
        return inputs.refused() + late == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private void run(Replay replay, Inputs inputs) {
        Progress progress = new Progress(spec.commandLine().getErr(), "articles");
        List<Article> batch = new ArrayList<>(BATCH);
        Consumer<Article> take = article -> {
            batch.add(article);
            progress.step();
            if (batch.size() == BATCH) {
                replay.accept(batch);
                batch.clear();
            }
        };
        if (asTheyCome) {
            inputs.read(files, take);
        } else {
            inputs.readSorted(files, take);
        }
        replay.accept(batch);
        replay.finish();
        progress.end();
    }

    private void print(ReplayCounts counts, long refused, ReplaySummary summary) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "articles    %,d coded, %,d in other languages, %,d refused%n",
                counts.articles() - counts.uncoded(),
                counts.uncoded(),
                refused);
        aside(counts.otherLanguage(), "in another language than they declare, coded by what they are in", text);
        aside(counts.late(), "dated more than the grace before what others had come to", text);
        aside(counts.outliers(), "dated further ahead than others support: they move no clock", text);
        text.printf(
                Locale.ROOT,
                "statements  %,d: %,d taken, %,d repeated, %,d denied, past or uncertain, %,d late%n",
                counts.statements(),
                counts.of(StatementFate.TAKEN),
                counts.of(StatementFate.REPEATED),
                counts.of(StatementFate.NO_EVENT),
                counts.of(StatementFate.LATE));
        text.printf(
                Locale.ROOT,
                "events      %,d from %s and %s; %,d of them corroborated, %,d prominent, %,d allegations%n",
                summary.events(),
                Counted.of(summary.reports(), "independent report"),
                Counted.of(summary.copies(), "copy", "copies"),
                summary.corroborated(),
                summary.prominent(),
                summary.allegations());
        text.println("alerts      " + (summary.alerts().isEmpty() ? "none" : alerts(summary)));
        List<PairRanking.Row> pairs = summary.pairs();
        text.printf(Locale.ROOT, "pairs       %,d%n", pairs.size());
        if (!pairs.isEmpty()) {
            text.println();
            ranked(pairs).print(text);
        }
        text.printf("%nresults in %s%n", out);
    }

    private static TextTable ranked(List<PairRanking.Row> pairs) {
        TextTable table = new TextTable("PAIR", "EVENTS", "TENSION");
        pairs.stream()
                .limit(PAIRS)
                .forEach(
                        row -> table.row(row.pair(), row.events(), String.format(Locale.ROOT, "%+.0f", row.tension())));
        return table;
    }

    /** A line of its own for what is rare. */
    private static void aside(long count, String what, PrintWriter text) {
        if (count > 0) {
            text.printf(Locale.ROOT, "            %,d %s%n", count, what);
        }
    }

    private static String alerts(ReplaySummary summary) {
        return summary.alerts().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
