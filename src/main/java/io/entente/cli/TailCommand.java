package io.entente.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.PairConverter;
import io.entente.cli.input.Times;
import io.entente.cli.output.RecordText;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.json.RecordJson;
import io.entente.ops.DeadLetters;
import io.entente.pipeline.TopicReader;
import io.entente.pipeline.TopicReader.Start;
import io.entente.registry.AvroSerdes;
import io.entente.relation.Pair;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code entente tail}. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints the records of Entente's topics, committed ones only.",
        footer = {
            "",
            "Topics: articles, articles.enriched, statements, events, relations.hourly, relations.daily, alerts, dead-letters.",
            "With --json one object a line: topic, partition, offset, arrival, key, value (null where a row was removed)."
        })
final class TailCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", arity = "1..*", description = "Topics, with or without the prefix.")
    private List<String> names;

    @Option(
            names = "--pair",
            paramLabel = "PAIR",
            converter = PairConverter.class,
            description = "Only this pair: two codes in any order, such as CHN-RUS.")
    private @Nullable Pair pair;

    @Option(
            names = "--from",
            paramLabel = "beginning|TIME",
            description = "Where to begin: the beginning, or the first record that arrived at a date or time, or later."
                    + " Default: the beginning; with --follow what is new.")
    private @Nullable String from;

    @Option(names = "--json", description = "Print JSON lines.")
    private boolean json;

    @Option(names = "--follow", description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    private final RecordJson recordJson = new RecordJson();
    private final RecordText recordText = new RecordText();

    @Override
    public Integer call() {
        Start start = start();
        Settings settings = options.load();
        Topics all = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        List<Topic<?, ?>> topics = new ArrayList<>();
        names.forEach(name -> topics.add(all.find(name).orElseThrow(() -> unknown(name, all))));
        Brokers.require(settings);
        try (TopicReader reader = new TopicReader(settings)) {
            if (follow) {
                reader.follow(topics, start, record -> print(all, record), () -> true);
            } else {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                reader.read(topics, start, record -> {
                    if (wanted(key(record))) {
                        records.add(record);
                    }
                });
                records.sort(
                        Comparator.comparingLong(ConsumerRecord::timestamp)); // partitions come one after the other
                records.forEach(record -> print(all, record));
            }
        }
        return ExitCode.OK;
    }

    private ParameterException unknown(String name, Topics all) {
        String topics = all.all().stream().map(Topic::name).collect(Collectors.joining(", "));
        return new ParameterException(
                spec.commandLine(), "'" + name + "' is not a topic of Entente; these are: " + topics);
    }

    private Start start() {
        if (from == null) {
            return follow ? new Start.End() : new Start.Beginning();
        }
        if (from.equals("beginning")) {
            return new Start.Beginning();
        }
        try {
            return new Start.At(new Times().convert(from));
        } catch (TypeConversionException e) {
            throw new ParameterException(spec.commandLine(), "--from takes 'beginning' or a time: " + e.getMessage());
        }
    }

    private void print(Topics all, ConsumerRecord<byte[], byte[]> record) {
        String key = key(record);
        if (!wanted(key)) {
            return;
        }
        Object value = record.topic().equals(all.deadLetters().name()) ? record : value(all, record);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(record, key, value) : text(key, value));
        out.flush();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private boolean wanted(String key) {
        if (key.equals(Tick.KEY)) {
            return false;
        }
        return pair == null || key.equals(pair.toString()) || key.startsWith(pair + "|");
    }

    private static @Nullable Object value(Topics all, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        Topic<?, ?> topic = all.find(record.topic()).orElseThrow();
        try {
            return topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }

    private String text(String key, @Nullable Object value) {
        if (value == null) {
            return key + "  (removed)";
        }
        return value instanceof ConsumerRecord<?, ?> letter
                ? String.format(
                        "%s  %s-%s@%s  %s",
                        header(letter, DeadLetters.REASON),
                        header(letter, DeadLetters.TOPIC),
                        header(letter, DeadLetters.PARTITION),
                        header(letter, DeadLetters.OFFSET),
                        header(letter, DeadLetters.MESSAGE))
                : recordText.of(value);
    }

    private ObjectNode json(ConsumerRecord<byte[], byte[]> record, String key, @Nullable Object value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("topic", record.topic());
        object.put("partition", record.partition());
        object.put("offset", record.offset());
        object.put("arrival", Instant.ofEpochMilli(record.timestamp()).toString());
        object.put("key", key);
        if (value instanceof SpecificRecord avro) {
            object.set("value", recordJson.write(avro));
        } else if (value instanceof ConsumerRecord<?, ?> letter) {
            object.put("value", record.value());
            ObjectNode headers = object.putObject("headers");
            letter.headers().forEach(header -> headers.put(header.key(), text(header)));
        } else {
            object.put("value", value == null ? null : value.toString());
        }
        return object;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "?" : text(header);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
