package io.entente.ops;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/** A result that is too large for its topic makes its original a dead letter; anything else stops the stage. Configured with {@link DeadLetters#CONFIG}. */
public final class ProductionFailures implements ProductionExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = (DeadLetters) configs.get(DeadLetters.CONFIG);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (!(exception instanceof RecordTooLargeException)) {
            return Response.fail();
        }
        DeadLetters letters = Objects.requireNonNull(deadLetters, DeadLetters.CONFIG);
        return Response.resume(List.of(letters.letter(context, Reason.TOO_LARGE, exception)));
    }
}
