package io.entente.cli;

import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.TextTable;
import io.entente.coder.Coder;
import io.entente.evaluation.Calibration;
import io.entente.evaluation.Evaluation;
import io.entente.evaluation.GoldRecord;
import io.entente.evaluation.GoldSet;
import io.entente.evaluation.Interval;
import io.entente.evaluation.Outcome;
import io.entente.evaluation.Score;
import io.entente.table.TableException;
import io.entente.table.TsvTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Codes an annotated set and prints precision, recall and F1, with the errors.",
        footer = {
            "",
            "GOLD.jsonl: one JSON object a line: id, date, text, optionally kind, and statements with source, target, event, sign and status.",
            "Statements that are denied or past are neither required nor punished; CONCEDE and RETREAT count as one event.",
            "",
            "Examples:",
            "  entente evaluate src/test/resources/gold/gold-dev.jsonl --errors 20",
            "  entente evaluate src/test/resources/gold/beta.jsonl --coder rules --coder rules,reader",
            "  entente evaluate --outcomes new.jsonl >> src/test/resources/calibration/real-news.tsv",
            "  entente evaluate --reliability src/test/resources/calibration/real-news.tsv"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int BANDS = 6;

    @Parameters(paramLabel = "GOLD.jsonl", arity = "1..*", description = "The annotated sets.")
    private List<Path> gold = List.of();

    @Option(
            names = "--outcomes",
            description = "Print a line for each statement found instead: set, record, 1 if it is right, its features.")
    private boolean outcomes;

    @Option(
            names = "--reliability",
            description =
                    "Read such lines instead of sets, and print the rows of reliability.tsv, from which confidence is"
                            + " made, and what it is worth.")
    private boolean reliability;

    @Option(
            names = "--errors",
            paramLabel = "N",
            description = "Print at most N records that are not right (default: ${DEFAULT-VALUE}).")
    private int errors = 10;

    @Option(
            names = "--coder",
            paramLabel = "NAMES",
            description = "Compare coders, given once each as in entente.coder: F1 with 95 %% bootstrap intervals.")
    private List<String> coders = List.of();

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (errors < 0) {
            throw UserError.ofUsage("--errors must be 0 or more, not " + errors);
        }
        Inputs.require(gold.stream().map(Path::toString).toList());
        PrintWriter out = spec.commandLine().getOut();
        if (reliability) {
            reliability(out);
            return ExitCode.OK;
        }
        List<GoldRecord> records =
                gold.stream().flatMap(path -> read(path).stream()).toList();
        if (records.isEmpty()) {
            throw UserError.ofUsage(
                    "no records in " + gold.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        if (!coders.isEmpty()) {
            compare(records, out);
            return ExitCode.OK;
        }
        Coder coder = Parts.coder(options.load());
        if (outcomes) {
            for (Path path : gold) {
                String set = path.getFileName().toString().replaceFirst("\\.jsonl$", "");
                Outcome.of(set, read(path), coder).forEach(outcome -> out.println(outcome.line()));
            }
            out.flush();
            return ExitCode.OK;
        }
        Evaluation evaluation = Evaluation.of(records, coder);
        TextTable table = new TextTable(
                "kind", "records", "pair P/R/F1", "undirected", "pair+sign", "pair+event", "false alarms");
        evaluation.kinds().forEach((kind, result) -> row(table, kind, result));
        if (evaluation.kinds().size() > 1) {
            row(table, "all", evaluation.all());
        }
        table.print(out);
        evaluation.errors().stream()
                .limit(errors)
                .forEach(miss -> out.printf(
                        "%n%s: %s%n  missing %s%n  extra   %s%n",
                        miss.record().id(), miss.record().text(), miss.missing(), miss.extra()));
        out.flush();
        return ExitCode.OK;
    }

    private void compare(List<GoldRecord> records, PrintWriter out) {
        TextTable table = new TextTable("coder", "records", "pair F1", "pair+sign", "pair+event", "false alarms");
        for (String names : coders) {
            Evaluation evaluation = Evaluation.of(records, Parts.coder(options.load(Map.of("entente.coder", names))));
            Evaluation.Result all = evaluation.all();
            table.row(
                    names,
                    all.records(),
                    interval(evaluation, Evaluation.Result::pair),
                    interval(evaluation, Evaluation.Result::sign),
                    interval(evaluation, Evaluation.Result::event),
                    all.alarms() + " of " + all.empty());
        }
        table.print(out);
        out.flush();
    }

    private static String interval(Evaluation evaluation, Function<Evaluation.Result, Score> measure) {
        Interval interval =
                Interval.of(evaluation.records().stream().map(measure).toList());
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                measure.apply(evaluation.all()).f1(),
                interval.low(),
                interval.high());
    }

    private void reliability(PrintWriter out) {
        List<Outcome> all = new ArrayList<>();
        for (Path path : gold) {
            try {
                TsvTable.file(path).each(row -> all.add(Outcome.parse(row)));
            } catch (TableException e) {
                throw new UserError(String.valueOf(e.getMessage()), e);
            }
        }
        Calibration calibration = Calibration.of(all, BANDS);
        calibration.shares().forEach((feature, s) -> out.printf("%s\t%d\t%d%n", feature, s.right(), s.found()));
        out.printf(
                Locale.ROOT,
                "# Each set by a fit to the others: Brier score %.4f, of one likelihood for all %.4f, skill %.3f, AUC %.3f%n",
                calibration.brier(),
                calibration.baseline(),
                calibration.skill(),
                calibration.auc());
        calibration
                .bands()
                .forEach(band -> out.printf(
                        Locale.ROOT,
                        "# %s of mean likelihood %.3f: %.3f right%n",
                        Counted.of(band.count(), "statement"),
                        band.likelihood(),
                        band.right()));
        out.flush();
    }

    private static List<GoldRecord> read(Path gold) {
        try (BufferedReader reader = Files.newBufferedReader(gold)) {
            return GoldSet.read(reader);
        } catch (IOException e) {
            throw new UserError("cannot read " + gold + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw UserError.ofUsage(gold + ": " + e.getMessage());
        }
    }

    private static void row(TextTable table, String kind, Evaluation.Result result) {
        table.row(
                kind,
                result.records(),
                text(result.pair()),
                text(result.undirected()),
                text(result.sign()),
                text(result.event()),
                result.alarms() + " of " + result.empty());
    }

    private static String text(Score score) {
        return String.format(Locale.ROOT, "%.3f/%.3f/%.3f", score.precision(), score.recall(), score.f1());
    }
}
