package io.entente.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Times;
import io.entente.cli.input.UserError;
import io.entente.cli.input.WindowInput;
import io.entente.cli.output.LatestDay;
import io.entente.cli.output.TextTable;
import io.entente.replay.PairRanking;
import io.entente.replay.PairRanking.Order;
import io.entente.replay.PairRanking.Row;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente pairs}. */
@Command(
        name = "pairs",
        mixinStandardHelpOptions = true,
        description = "Lists the most active, the most tense and the most changed pairs of a period.",
        footer = {
            "",
            "Without --from the last seven days up to the newest day that events support: a few events more than a week after all others, as a wrong",
            "date makes them, do not move it. Change is the tension of the period less that of the period of the",
            "same length before it. Tension: 100 (C - K) / (C + K + 5), C and K the sums of conflictive and cooperative Goldstein",
            "intensity; -100 harmony, 100 hostility; see docs/relations.md.",
            "",
            "Examples:",
            "  entente pairs --by tense --top 20",
            "  entente pairs --csv > pairs.csv",
            "  entente pairs --from 2024-03-25 --to 2024-04-08 --in replayed"
        })
final class PairsCommand implements Callable<Integer> {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Map<Order, String> TITLES = new EnumMap<>(
            Map.of(Order.ACTIVE, "most active", Order.TENSE, "most tense", Order.CHANGED, "most changed"));

    @Option(names = "--from", paramLabel = "DATE", converter = Times.class, description = "Days from then on.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "DATE", converter = Times.class, description = "Days before then.")
    private @Nullable Instant to;

    @Option(names = "--by", paramLabel = "active|tense|changed", description = "Only one list. Default: all three.")
    private @Nullable Order by;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many of each list. Default: ${DEFAULT-VALUE}.")
    private int top;

    @ArgGroup
    private @Nullable Format format;

    /** One of them at most. */
    static final class Format {
        @Option(names = "--json", description = "Print JSON lines.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV, with the name of the list in front.")
        private boolean csv;
    }

    @Mixin
    private WindowInput input;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (top < 1) {
            throw UserError.ofUsage("--top must be 1 or more, not " + top);
        }
        Collection<RelationWindow> windows = input.read(Granularity.DAY, pair -> true);
        Instant newest = LatestDay.of(windows)
                .orElseThrow(() -> new UserError("there are no relations yet: publish articles, and run the stages"));
        Instant end = to != null ? to : newest.plus(Duration.ofDays(1));
        Instant begin = from != null ? from : end.minus(WEEK);
        if (!begin.isBefore(end)) {
            throw new ParameterException(spec.commandLine(), "--from " + begin + " must come before --to " + end);
        }
        Instant earliest = begin.minus(Duration.between(begin, end));
        PairRanking ranking = new PairRanking(begin);
        windows.stream()
                .filter(window -> !window.getStart().isBefore(earliest)
                        && window.getStart().isBefore(end))
                .forEach(ranking::add);
        print(ranking, begin, end);
        if (to == null && from == null) {
            tellOfLater(windows, end);
        }
        return ExitCode.OK;
    }

    /** What is left out because too few events support its days. */
    private void tellOfLater(Collection<RelationWindow> windows, Instant end) {
        List<Instant> later = windows.stream()
                .map(RelationWindow::getStart)
                .filter(start -> !start.isBefore(end))
                .sorted()
                .toList();
        if (!later.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(later.size() + " windows from " + later.get(0)
                            + " on are left out as probably wrong dates: --from " + later.get(0) + " shows them");
        }
    }

    private void print(PairRanking ranking, Instant begin, Instant end) {
        PrintWriter out = spec.commandLine().getOut();
        boolean json = format != null && format.json;
        boolean csv = format != null && format.csv;
        if (csv) {
            out.println("list,pair,events,events_before,tension,tension_before,change");
        }
        for (Order order : by == null ? List.of(Order.values()) : List.of(by)) {
            List<Row> rows = ranking.rows(order).stream().limit(top).toList();
            if (json) {
                rows.forEach(row -> out.println(json(order, row)));
            } else if (csv) {
                rows.forEach(row -> out.println(csv(order, row)));
            } else {
                out.printf("%s, %s to %s%n", TITLES.get(order), begin, end);
                print(rows, out);
                out.println();
            }
        }
        out.flush();
    }

    private static void print(List<Row> rows, PrintWriter out) {
        TextTable table = new TextTable("PAIR", "EVENTS", "BEFORE", "TENSION", "BEFORE", "CHANGE");
        for (Row row : rows) {
            table.row(
                    row.pair(),
                    row.events(),
                    row.eventsBefore(),
                    signed(row.tension()),
                    signed(row.tensionBefore()),
                    signed(row.change()));
        }
        table.print(out);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.0f", value);
    }

    private static String csv(Order order, Row row) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%.2f,%.2f,%.2f",
                order.name().toLowerCase(Locale.ROOT),
                row.pair(),
                row.events(),
                row.eventsBefore(),
                row.tension(),
                row.tensionBefore(),
                row.change());
    }

    private static ObjectNode json(Order order, Row row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("list", order.name().toLowerCase(Locale.ROOT))
                .put("pair", row.pair())
                .put("events", row.events())
                .put("eventsBefore", row.eventsBefore())
                .put("tension", row.tension())
                .put("tensionBefore", row.tensionBefore())
                .put("change", row.change());
    }
}
