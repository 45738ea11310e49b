package io.entente.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.cli.output.TextTable;
import io.entente.config.Settings;
import io.entente.ops.DeadLetter;
import io.entente.ops.Reason;
import io.entente.pipeline.DeadLetterReplay;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and replays the records that could not be used.",
        footer = {"", "A letter is named by its place in the topic, PARTITION/OFFSET, as 'list' prints it."})
final class DeadLettersCommand implements Runnable {
    private static final int SHOWN_BYTES = 64 * 1024;

    @Spec
    private CommandSpec spec;

    /** Which letters are meant. */
    static final class Filter {
        @Option(
                names = "--reason",
                paramLabel = "REASON",
                description = "Only for this reason: ${COMPLETION-CANDIDATES}.")
        private @Nullable Reason reason;

        @Option(
                names = "--topic",
                paramLabel = "TOPIC",
                description = "Only from this topic, with or without the prefix.")
        private @Nullable String topic;

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "Only those that arrived then or later (ISO-8601).")
        private @Nullable Instant since;

        @Option(names = "--until", paramLabel = "TIME", description = "Only those that arrived before.")
        private @Nullable Instant until;

        @Option(
                names = "--contains",
                paramLabel = "TEXT",
                description = "Only those whose reason's message contains it.")
        private @Nullable String contains;

        Predicate<DeadLetter> predicate() {
            return letter -> (reason == null || letter.reason().equals(reason.name()))
                    && (topic == null
                            || letter.topic().equals(topic)
                            || letter.topic().endsWith("." + topic))
                    && (since == null || !letter.arrival().isBefore(since))
                    && (until == null || letter.arrival().isBefore(until))
                    && (contains == null || letter.message().contains(contains));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show or replay?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists dead letters, oldest first; those replayed already only with --replayed.")
    int list(
            @Mixin Filter filter,
            @Mixin ClusterOptions options,
            @Option(names = "--replayed", description = "Those replayed already, too.") boolean replayed,
            @Option(names = "--json", description = "Print JSON lines.") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        List<DeadLetter> letters = replay(options).letters(filter.predicate(), replayed);
        if (json) {
            letters.forEach(letter -> out.println(json(letter)));
            return ExitCode.OK;
        }
        TextTable table = new TextTable("PLACE", "ARRIVED", "REASON", "FROM", "WHAT");
        letters.forEach(letter ->
                table.row(letter.place(), letter.arrival(), letter.reason(), letter.origin(), letter.message()));
        table.print(out);
        out.println(Counted.of(letters.size(), "dead letter"));
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one dead letter whole: why, the original headers, key and value.")
    int show(
            @Parameters(paramLabel = "PARTITION/OFFSET", description = "Its place.") String place,
            @Mixin ClusterOptions options) {
        DeadLetter letter = replay(options)
                .letters(candidate -> candidate.place().equals(place), true)
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> new UserError("no dead letter at " + place + ": 'entente dead-letters list' lists them"));
        PrintWriter out = spec.commandLine().getOut();
        out.println("reason   " + letter.reason());
        out.println("what     " + letter.message());
        out.println("from     " + letter.origin());
        out.println("arrived  " + letter.arrival());
        letter.originalHeaders()
                .forEach(header -> out.println("header   " + header.key() + " = " + text(header.value())));
        out.println("key      " + text(letter.record().key()));
        out.println("value    " + text(letter.record().value()));
        return ExitCode.OK;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Sends dead letters back to their topics with their original key, value and headers, each once:",
                "what was replayed is marked, and another replay passes it over. Mend the cause first; what fails again is a new dead letter."
            })
    int replay(
            @Mixin Filter filter,
            @Mixin ClusterOptions options,
            @Option(names = "--dry-run", description = "Only say how many would be sent.") boolean dry) {
        DeadLetterReplay replay = replay(options);
        List<DeadLetter> letters = replay.letters(filter.predicate(), false);
        int sent = dry ? letters.size() : replay.replay(letters);
        spec.commandLine().getOut().println(sent + (dry ? " would be replayed" : " replayed"));
        return ExitCode.OK;
    }

    private static DeadLetterReplay replay(ClusterOptions options) {
        Settings settings = options.load();
        Brokers.require(settings);
        return new DeadLetterReplay(settings, Topics.of(settings, new AvroSerdes(settings.serdeConfig())));
    }

    private static ObjectNode json(DeadLetter letter) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("place", letter.place());
        object.put("arrival", letter.arrival().toString());
        object.put("reason", letter.reason());
        object.put("from", letter.origin());
        object.put("message", letter.message());
        object.put("key", letter.record().key());
        object.put("value", letter.record().value());
        return object;
    }

    /** As text where it is text, else in hexadecimal; long values are cut. */
    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "(null)";
        }
        String cut = bytes.length > SHOWN_BYTES ? " … (" + bytes.length + " bytes)" : "";
        byte[] shown = bytes.length > SHOWN_BYTES ? Arrays.copyOf(bytes, SHOWN_BYTES) : bytes;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(shown)) + cut;
        } catch (CharacterCodingException e) {
            return "0x" + HexFormat.of().formatHex(shown) + cut;
        }
    }
}
