package io.entente.cli;

import io.entente.cli.feed.StatementPublisher;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.config.Settings;
import io.entente.eventdata.EventDataFormat;
import io.entente.eventdata.EventImport;
import io.entente.eventdata.ImportCounts;
import io.entente.pipeline.TopicAdmin;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Writes third-party event data to the topic 'statements', from which relations and alerts follow.",
        footer = {
            "",
            "GDELT: event tables 1.0 and 2.0. ICEWS, POLECAT: tables whose first line names the columns.",
            "PLOVER: a JSON object a line. Each also as .gz or .zip. Rows about two different countries or blocs",
            "become statements: CAMEO's codes as PLOVER's types, Goldstein's intensity, the date of the report as",
            "event time; what took place more than 14 days before its report is history and forms no event. What",
            "is there already is left out. Within a file rows are put into the order of time; name the files in",
            "that order. Give the data a prefix of its own, apart from live news, whose clock would make it late:",
            "--set entente.prefix=gdelt. (with 'topics apply' and 'run' under the same prefix).",
            "Exit code 1 if lines could not be used: each is named on stderr with its place and the reason.",
            "",
            "Example:",
            "  entente import gdelt 20140301.export.CSV.zip 20140302.export.CSV.zip --set entente.prefix=gdelt."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private EventDataFormat format;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, in the order of their dates.")
    private List<String> files;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inputs.require(files);
        Settings settings = options.load();
        Brokers.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        ImportCounts counts;
        try (TopicAdmin admin = new TopicAdmin(settings);
                StatementPublisher publisher =
                        new StatementPublisher(settings, topics.statements(), admin.pairPartitions(topics))) {
            EventImport rows = new EventImport(
                    format,
                    Parts.gazetteer(settings),
                    settings.clock(),
                    Instant.now(),
                    admin.partitions(topics.articles(), topics),
                    publisher,
                    this::say);
            files.forEach(file -> read(file, rows));
            rows.finish();
            publisher.flush();
            counts = rows.counts();
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s, %d repeated, %d not about two countries, %d malformed%n",
                        Counted.of(counts.lines(), "line"),
                        Counted.of(counts.statements(), "statement"),
                        counts.repeated(),
                        counts.withoutPair(),
                        counts.malformed());
        return counts.malformed() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private static void read(String file, EventImport rows) {
        try (InputStream input = Files.newInputStream(Path.of(file))) {
            if (file.endsWith(".zip")) {
                ZipInputStream zip = new ZipInputStream(input);
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        rows.read(file + "/" + entry.getName(), lines(zip));
                    }
                }
            } else {
                rows.read(file, lines(file.endsWith(".gz") ? new GZIPInputStream(input) : input));
            }
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader lines(InputStream input) {
        return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }
}
