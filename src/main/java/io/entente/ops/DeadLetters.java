package io.entente.ops;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the original key, value and headers, and beside them why and from where, under the names of Kafka Streams' own headers (KIP-1034).
 * Counts them by reason, and logs at most one a second.
 */
public final class DeadLetters {
    /** Under this key of a Streams configuration the handlers find the instance to use. */
    public static final String CONFIG = "entente.dead.letters";

    /** The {@link Reason}. */
    public static final String REASON = "entente.reason";
    /** Class of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** What is wrong and what to do. */
    public static final String MESSAGE = "__streams.errors.message";
    /** Topic of the original. */
    public static final String TOPIC = "__streams.errors.topic";
    /** Partition of the original. */
    public static final String PARTITION = "__streams.errors.partition";
    /** Offset of the original. */
    public static final String OFFSET = "__streams.errors.offset";

    private static final String REPLAY = "; when it serves, run 'entente dead-letters replay --reason REGISTRY'";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration LOG_PAUSE = Duration.ofSeconds(1);

    private final String topic;
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
    private final LongAdder silent = new LongAdder();
    private Instant lastLog = Instant.EPOCH;

    /** @param topic where dead letters go */
    public DeadLetters(String topic) {
        this.topic = topic;
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /** How many there have been for {@code reason} since the start of the process. */
    public long count(Reason reason) {
        return java.util.Objects.requireNonNull(counts.get(reason)).sum();
    }

    /** The dead letter of the record that {@code context} speaks of. */
    ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Reason reason, Exception failure) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, context.sourceRawKey(), context.sourceRawValue());
        for (Header header : context.headers()) {
            letter.headers().add(header);
        }
        String message = message(failure) + (reason == Reason.REGISTRY ? REPLAY : "");
        header(letter, REASON, reason.name());
        header(letter, EXCEPTION, failure.getClass().getName());
        header(letter, MESSAGE, message);
        header(letter, TOPIC, context.topic());
        header(letter, PARTITION, Integer.toString(context.partition()));
        header(letter, OFFSET, Long.toString(context.offset()));
        java.util.Objects.requireNonNull(counts.get(reason)).increment();
        log(context, reason, message);
        return letter;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, @Nullable String value) {
        letter.headers().add(name, (value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
    }

    /** The message of the outermost cause that has one of ours; Kafka wraps what a deserialiser throws. */
    private static String message(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("org.apache.kafka.streams")) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
    }

    private synchronized void log(ErrorHandlerContext context, Reason reason, String message) {
        Instant now = Instant.now();
        if (now.isBefore(lastLog.plus(LOG_PAUSE))) {
            silent.increment();
            return;
        }
        lastLog = now;
        long more = silent.sumThenReset();
        LOG.warn(
                "dead letter: {}-{}@{} {}: {}{}",
                context.topic(),
                context.partition(),
                context.offset(),
                reason,
                message,
                more == 0 ? "" : " (and " + more + " more since the last such line)");
    }
}
