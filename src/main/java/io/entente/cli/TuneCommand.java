package io.entente.cli;

import io.entente.alert.Tuning;
import io.entente.avro.AlertKind;
import io.entente.avro.Event;
import io.entente.avro.Severity;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.Progress;
import io.entente.cli.output.TextTable;
import io.entente.replay.RowReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente tune}. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = "Shows how many alerts each threshold would have raised on your own history.",
        footer = {
            "",
            "Input: events, one JSON object a line, as 'entente replay' writes them to events.jsonl or as",
            "'entente tail events --json' prints them; '-' is standard input. ALERT runs over them once for each",
            "value of each threshold, all others staying as they are (entente.alerts names your file); '*' marks",
            "the value in force. Alerts that closing withdrew are not counted.",
            "Exit code 1 if some lines could not be used: each is named on stderr with its number and the reason.",
            "",
            "Example:",
            "  entente replay feed-2024.jsonl --out replayed && entente tune replayed/events.jsonl"
        })
final class TuneCommand implements Callable<Integer> {
    private static final double DAYS_A_WEEK = 7;
    private static final double MILLIS_A_DAY = 86_400_000;

    @Parameters(paramLabel = "EVENTS.jsonl|-", description = "File of events, '-' for standard input.")
    private String file;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    private long refused;

    @Override
    public Integer call() {
        Inputs.require(List.of(file));
        Map<String, Event> events = read();
        if (events.isEmpty()) {
            throw new UserError(file
                    + " has no events: write some with 'entente replay FILE --out DIR', then tune DIR/events.jsonl");
        }
        double weeks = weeks(events);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s in %.1f weeks%n%n", Counted.of(events.size(), "event"), weeks);
        Progress progress = new Progress(spec.commandLine().getErr(), "values tried");
        List<Tuning.Row> rows = new Tuning(Parts.policy(options.load()), events.values()).run(row -> progress.step());
        progress.end();
        print(rows, weeks, out);
        out.flush();
        return refused == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private static double weeks(Map<String, Event> events) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Event event : events.values()) {
            first = Math.min(first, event.getPublishedAt().toEpochMilli());
            last = Math.max(last, event.getPublishedAt().toEpochMilli());
        }
        return Math.max(1, (last - first) / MILLIS_A_DAY) / DAYS_A_WEEK;
    }

    private static void print(List<Tuning.Row> rows, double weeks, PrintWriter out) {
        TextTable table = new TextTable(
                "THRESHOLD",
                "VALUE",
                "ALERTS",
                "A WEEK",
                "WARNING",
                "CRITICAL",
                "VOLUME",
                "TENSION",
                "THAW",
                "CONTACT",
                "SEVERE",
                "BREAKTHROUGH",
                "FEED");
        for (Tuning.Row row : rows) {
            int all = row.kinds().values().stream().mapToInt(Integer::intValue).sum();
            table.row(
                    row.key(),
                    String.format(Locale.ROOT, "%s%s", number(row.value()), row.inForce() ? " *" : ""),
                    all,
                    String.format(Locale.ROOT, "%.2f", all / weeks),
                    row.severities().getOrDefault(Severity.WARNING, 0),
                    row.severities().getOrDefault(Severity.CRITICAL, 0),
                    of(row, AlertKind.VOLUME_SURGE),
                    of(row, AlertKind.TENSION_SURGE),
                    of(row, AlertKind.THAW),
                    of(row, AlertKind.FIRST_CONTACT) + of(row, AlertKind.RENEWED_CONTACT),
                    of(row, AlertKind.SEVERE_EVENT),
                    of(row, AlertKind.BREAKTHROUGH),
                    of(row, AlertKind.FEED_SURGE) + of(row, AlertKind.FEED_DROP));
        }
        table.print(out);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static int of(Tuning.Row row, AlertKind kind) {
        return row.kinds().getOrDefault(kind, 0);
    }

    /** The last version of each event, by key. */
    private Map<String, Event> read() {
        Map<String, Event> events = new LinkedHashMap<>();
        try (BufferedReader reader = file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            new RowReader<>(file, Event.class).read(reader, new RowReader.Rows<>() {
                @Override
                public void row(@Nullable String key, @Nullable Event event) {
                    if (event == null) {
                        events.remove(String.valueOf(key));
                    } else {
                        events.put(event.getPair() + '|' + event.getId(), event);
                    }
                }

                @Override
                public void fault(String place, Exception why) {
                    refused++;
                    spec.commandLine().getErr().println(place + ": not an event: " + why.getMessage());
                }
            });
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e, e);
        }
        return events;
    }
}
