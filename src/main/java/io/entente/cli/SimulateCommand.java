package io.entente.cli;

import io.entente.alert.Simulation;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.output.Progress;
import io.entente.cli.output.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Measures on made-up streams how often ALERT is wrong and how fast it is right, beside three usual rules.",
        footer = {
            "",
            "Prints for each rate: false onsets a direction-year (by kind; and those of EARS C2, a 28-day z-rule and EWMA at their usual",
            "threshold of 3), days a direction-year with a tail of 1e-4 or less; with --surge or --tone the share of changes found and the mean",
            "days to it, for the rules also at the threshold at which they raise no more false alerts than ALERT.",
            "The same options give the same figures. Thresholds are those of entente.alerts.",
            "",
            "Examples:",
            "  entente simulate --pairs 1000 --rate 0.01,0.1,1,10,100",
            "  entente simulate --pairs 500 --rate 20 --dispersion 0.1 --days 200 --surge 5 --surge-days 3",
            "  entente simulate --pairs 500 --rate 20 --dispersion 0.1 --days 200 --tone -0.4 --surge-days 7"
        })
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "500",
            description = "Pairs, each with two directions. Default: ${DEFAULT-VALUE}.")
    private int pairs;

    @Option(
            names = "--rate",
            paramLabel = "R",
            split = ",",
            defaultValue = "0.1,1,10",
            description = "Mean articles a day in a direction; several separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<Double> rates;

    @Option(
            names = "--dispersion",
            paramLabel = "D",
            defaultValue = "0",
            description =
                    "Overdispersion d (variance = m + d m^2); 0 spreads it over the pairs from 0.1 to 1. Default: ${DEFAULT-VALUE}.")
    private double dispersion;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "Length of the feed, at least 60. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--surge",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description =
                    "Factor by which one direction's articles rise near the end; 1 for none. Default: ${DEFAULT-VALUE}.")
    private double surge;

    @Option(
            names = "--surge-days",
            paramLabel = "N",
            defaultValue = "3",
            description = "For how many days they do. Default: ${DEFAULT-VALUE}.")
    private int surgeDays;

    @Option(
            names = "--tone",
            paramLabel = "CHANGE",
            defaultValue = "0",
            description =
                    "Change of that direction's mean sentiment from the same day on, -1 to 1; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double tone;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Simulation.Plan> plans = new ArrayList<>();
        for (double rate : rates) {
            plans.add(plan(rate));
        }
        Simulation simulation = new Simulation(Parts.policy(options.load()));
        Progress progress = new Progress(spec.commandLine().getErr(), "pairs simulated");
        List<Simulation.Result> results = new ArrayList<>();
        for (Simulation.Plan plan : plans) {
            results.add(simulation.run(plan, pair -> {
                synchronized (progress) {
                    progress.step();
                }
            }));
        }
        progress.end();
        PrintWriter out = spec.commandLine().getOut();
        calibration(results, out);
        if (surge > 1 || tone != 0) {
            power(results, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private Simulation.Plan plan(double rate) {
        try {
            return new Simulation.Plan(pairs, rate, dispersion, days, seed, surge, surgeDays, tone);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void calibration(List<Simulation.Result> results, PrintWriter out) {
        out.println("False onsets a direction-year");
        TextTable table =
                new TextTable("RATE", "ENTENTE", "VOLUME", "TENSION", "THAW", "P<=1e-4", "EARS C2", "28-DAY Z", "EWMA");
        for (Simulation.Result result : results) {
            table.row(
                    result.plan().rate(),
                    decimal(result.entente().falseOnsets()),
                    decimal(result.kinds().getOrDefault("VOLUME_SURGE", 0.0)),
                    decimal(result.kinds().getOrDefault("TENSION_SURGE", 0.0)),
                    decimal(result.kinds().getOrDefault("THAW", 0.0)),
                    decimal(result.unlikely()),
                    decimal(falseOnsets(result, Simulation.Rival.EARS_C2)),
                    decimal(falseOnsets(result, Simulation.Rival.Z28)),
                    decimal(falseOnsets(result, Simulation.Rival.EWMA)));
        }
        table.print(out);
    }

    private static double falseOnsets(Simulation.Result result, Simulation.Rival rival) {
        Simulation.Score score = result.rivals().get(rival);
        return score == null ? Double.NaN : score.falseOnsets();
    }

    private static void power(List<Simulation.Result> results, PrintWriter out) {
        out.printf("%nChanges found, and mean days to it%n");
        TextTable table =
                new TextTable("RATE", "RULE", "FOUND", "DAYS", "FALSE", "FOUND, EQUALLY RARE", "DAYS", "FALSE");
        for (Simulation.Result result : results) {
            Simulation.Score own = result.entente();
            table.row(
                    result.plan().rate(),
                    "Entente",
                    decimal(own.found()),
                    decimal(own.delay()),
                    decimal(own.falseOnsets()),
                    decimal(own.found()),
                    decimal(own.delay()),
                    decimal(own.falseOnsets()));
            result.rivals().forEach((rival, usual) -> {
                Simulation.Score matched = result.matched().getOrDefault(rival, usual);
                table.row(
                        result.plan().rate(),
                        rival.label(),
                        decimal(usual.found()),
                        decimal(usual.delay()),
                        decimal(usual.falseOnsets()),
                        decimal(matched.found()),
                        decimal(matched.delay()),
                        decimal(matched.falseOnsets()));
            });
        }
        table.print(out);
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
