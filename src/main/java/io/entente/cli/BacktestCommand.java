package io.entente.cli;

import io.entente.alert.AlertRebuild;
import io.entente.avro.Article;
import io.entente.avro.Severity;
import io.entente.backtest.Backtest;
import io.entente.backtest.BacktestFiles;
import io.entente.backtest.BacktestResult;
import io.entente.backtest.BacktestText;
import io.entente.backtest.FindingRule;
import io.entente.backtest.KnownEpisode;
import io.entente.backtest.KnownEpisodes;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.EventInput;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.ReadingOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Progress;
import io.entente.config.Settings;
import io.entente.replay.Replay;
import io.entente.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

/** {@code entente backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Replays a feed and holds its alerts against the crises and thaws that history records.",
        footer = {
            "",
            "Known episodes: one a line, four columns separated by tabs: pair, day, 'crisis' or 'thaw', and what it is called; '#' begins a",
            "comment:",
            "  CHN-IND<tab>2017-06-18<tab>crisis<tab>Doklam",
            "A crisis is found by a TENSION_SURGE or SEVERE_EVENT of its pair, of --severity or above, that opens from 14 days before to 10",
            "after; a thaw by a THAW or BREAKTHROUGH of any severity from 14 days before to 60 after.",
            "Printed: what was found when, what was missed and why, with the sentences; alerts a day by kind, severity and year; the median",
            "delay. DIR/backtest.json holds the same and all alerts; DIR/backtest.html is a page with a picture of each year and a random",
            "sample of alerts to judge by hand.",
            "A curated feed with one outlet a story needs 'outletFamilies: 1' in the file that entente.alerts names.",
            "With --replayed the events of an earlier replay are taken, with --topics those of a cluster, and only ALERT runs: quick, for tuning.",
            "Exit code 1 if some articles were refused: each is named on stderr with its place and the reason.",
            "",
            "Examples:",
            "  entente backtest feed-2012-2019.jsonl.gz --known crises.tsv --out backtested",
            "  entente replay feed.jsonl --out replayed && entente backtest --replayed replayed --known crises.tsv --set entente.alerts=mine.yaml",
            "  entente backtest --topics --known crises.tsv --set entente.prefix=gdelt.   # after 'entente import' and 'run'"
        })
final class BacktestCommand implements Callable<Integer> {
    private static final int BATCH = 256;

    @Parameters(paramLabel = "FEED|-", arity = "0..*", description = "Files of articles, '-' for standard input.")
    private List<String> feed = new ArrayList<>();

    @Mixin
    private EventInput past;

    @Option(names = "--known", paramLabel = "FILE", required = true, description = "Known crises and thaws.")
    private Path known;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "WARNING",
            description =
                    "Least severity of an alert that finds a crisis: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Severity severity;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "60",
            description = "Alerts of WARNING and above to draw for judgement by hand. Default: ${DEFAULT-VALUE}.")
    private int sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of that draw. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "backtest",
            description = "Folder for the report, made if need be. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (past.named() + (feed.isEmpty() ? 0 : 1) != 1) {
            throw UserError.ofUsage(
                    "name either the files of a feed, or --replayed and the folder of a replay, or --topics");
        }
        if (sample < 0) {
            throw UserError.ofUsage("--sample must be 0 or more, not " + sample);
        }
        Inputs.require(feed);
        List<KnownEpisode> episodes = episodes();
        Settings settings = options.load();
        Backtest backtest = new Backtest(FindingRule.of(severity), episodes);
        long refused = feed.isEmpty() ? rebuild(backtest, settings) : replay(backtest, settings);
        if (!backtest.hasFeed()) {
            throw UserError.ofUsage("there are no articles and no statements: there is nothing to test");
        }
        BacktestResult result = backtest.result(sample, seed);
        new BacktestText(result, spec.commandLine().getOut()).print();
        try {
            new BacktestFiles().write(result, out);
        } catch (IOException e) {
            throw new UserError("cannot write to " + out + ": " + e, e);
        }
        spec.commandLine().getOut().printf("%nreport in %s%n", out.resolve("backtest.html"));
        spec.commandLine().getOut().flush();
        return refused == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private List<KnownEpisode> episodes() {
        try {
            return KnownEpisodes.read(known);
        } catch (TableException e) {
            throw UserError.ofUsage(String.valueOf(e.getMessage()));
        }
    }

    private long replay(Backtest backtest, Settings settings) {
        Inputs inputs = new Inputs(spec.commandLine().getErr(), reading.of(Optional.empty()));
        Replay replay = new Replay(
                Parts.coder(settings),
                settings.clock(),
                settings.relate(),
                Parts.policy(settings),
                Instant.now(),
                backtest,
                inputs::refuse);
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
        inputs.readSorted(feed, take);
        replay.accept(batch);
        replay.finish();
        progress.end();
        return inputs.refused();
    }

    private long rebuild(Backtest backtest, Settings settings) {
        Progress progress = new Progress(spec.commandLine().getErr(), "events");
        AlertRebuild history = new AlertRebuild(Parts.policy(settings), backtest::alert);
        past.read(settings, backtest::statement, event -> {
            history.take(event);
            progress.step();
        });
        history.end();
        progress.end();
        return 0;
    }
}
