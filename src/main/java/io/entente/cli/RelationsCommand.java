package io.entente.cli;

import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.PairConverter;
import io.entente.cli.input.Times;
import io.entente.cli.input.UserError;
import io.entente.cli.input.WindowInput;
import io.entente.cli.output.WindowCsv;
import io.entente.cli.output.WindowTable;
import io.entente.json.RecordJson;
import io.entente.relation.Pair;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente relations}. */
@Command(
        name = "relations",
        mixinStandardHelpOptions = true,
        description = "Shows how two countries or blocs stand to each other, day by day or hour by hour.",
        footer = {
            "",
            "Every number counts independent events, never copies. Without --from the last 30 days (48 hours) up to the newest window.",
            "Tension: 100 (C - K) / (C + K + 5), C and K the sums of conflictive and cooperative Goldstein intensity; -100 harmony, 100",
            "hostility; see docs/relations.md.",
            "",
            "Examples:",
            "  entente relations PER-ECU --from 2024-03-20",
            "  entente relations CHN-RUS --window hour --csv --in replayed"
        })
final class RelationsCommand implements Callable<Integer> {
    private static final int DAYS = 30;
    private static final int HOURS = 48;

    @Parameters(
            paramLabel = "PAIR",
            converter = PairConverter.class,
            description = "Two codes in any order, such as CHN-RUS.")
    private Pair pair;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Times.class,
            description = "Windows that begin then or later.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "Windows that begin before.")
    private @Nullable Instant to;

    @Option(
            names = "--window",
            paramLabel = "hour|day",
            defaultValue = "day",
            description = "Length of the windows. Default: ${DEFAULT-VALUE}.")
    private Granularity granularity;

    @ArgGroup
    private @Nullable Format format;

    @Mixin
    private WindowInput input;

    @Spec
    private CommandSpec spec;

    /** At most one of them. */
    private static final class Format {
        @Option(names = "--json", description = "Print the windows as JSON lines.")
        private boolean json;

        @Option(names = "--csv", description = "Print the windows as CSV.")
        private boolean csv;
    }

    @Override
    public Integer call() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " must come before --to " + to);
        }
        List<RelationWindow> windows = new ArrayList<>(input.read(granularity, pair.toString()::equals));
        if (windows.isEmpty()) {
            requireKnown(pair);
            throw new UserError("nothing is known of " + pair + ": 'entente pairs' lists who has relations");
        }
        windows.sort(Comparator.comparing(RelationWindow::getStart));
        Instant begin = from != null ? from : newest(windows).minus(span());
        windows.removeIf(window -> window.getStart().isBefore(begin)
                || (to != null && !window.getStart().isBefore(to)));
        print(pair, windows);
        return ExitCode.OK;
    }

    /** A pair without relations may be a slip of the keyboard: then no dictionary has the code. */
    private void requireKnown(Pair asked) {
        Set<String> known = Parts.gazetteer(input.settings()).entries().stream()
                .map(DictionaryEntry::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (String code : List.of(asked.first(), asked.second())) {
            if (!known.contains(code)) {
                throw UserError.ofUsage("no dictionary has an actor with the code " + code
                        + ": 'entente actors lookup NAME' shows the code of a country or bloc");
            }
        }
    }

    private Instant newest(List<RelationWindow> windows) {
        Instant last = windows.get(windows.size() - 1).getStart();
        return to != null && to.isBefore(last) ? to : last;
    }

    private Duration span() {
        return granularity == Granularity.HOUR ? Duration.ofHours(HOURS - 1) : Duration.ofDays(DAYS - 1);
    }

    private void print(Pair of, List<RelationWindow> windows) {
        PrintWriter out = spec.commandLine().getOut();
        if (format != null && format.json) {
            RecordJson json = new RecordJson();
            windows.forEach(window -> out.println(json.write(window)));
        } else if (format != null && format.csv) {
            WindowCsv.print(windows, out);
        } else {
            new WindowTable(of, granularity).print(windows, out);
        }
        out.flush();
    }
}
