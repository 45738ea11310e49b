package io.entente.ops;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A dead letter as it lies in its topic.
 *
 * @param record the record: original key, value and headers, and the headers of {@link DeadLetters}
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    /** On a mark in the topic of dead letters: where the letter lies that was replayed, as {@code partition/offset}. */
    public static final String REPLAY_OF = "entente.replay.of";
    /** On a replayed record: the letter that it comes from. */
    public static final String REPLAYED_FROM = "entente.replayed.from";

    private static final Set<String> OURS = Set.of(DeadLetters.REASON, REPLAY_OF, REPLAYED_FROM);

    /** Where it lies, as {@code partition/offset}. */
    public String place() {
        return record.partition() + "/" + record.offset();
    }

    /** When it arrived there. */
    public Instant arrival() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Why: the name of a {@link Reason}. */
    public String reason() {
        return header(DeadLetters.REASON).orElse("?");
    }

    /** What is wrong and what to do. */
    public String message() {
        return header(DeadLetters.MESSAGE).orElse("?");
    }

    /** Topic of the original. */
    public String topic() {
        return header(DeadLetters.TOPIC).orElse("?");
    }

    /** Where the original lay, as {@code topic-partition@offset}. */
    public String origin() {
        return topic() + "-" + header(DeadLetters.PARTITION).orElse("?") + "@"
                + header(DeadLetters.OFFSET).orElse("?");
    }

    /** If it is not a letter but the mark of a replay: the place of the letter that was replayed. */
    public Optional<String> replayOf() {
        return header(REPLAY_OF);
    }

    /** The headers of the original. */
    public Headers originalHeaders() {
        RecordHeaders original = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith("__streams.errors.") && !OURS.contains(header.key())) {
                original.add(header);
            }
        }
        return original;
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
