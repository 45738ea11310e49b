package io.entente.ops;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What a stage refuses becomes a dead letter; anything else that goes wrong stops the stage, since its state may be half
 * changed. Configured with {@link DeadLetters#CONFIG}.
 */
public final class ProcessingFailures implements ProcessingExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = (DeadLetters) configs.get(DeadLetters.CONFIG);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
        if (!(exception instanceof RefusedRecord refused)) {
            return Response.fail();
        }
        DeadLetters letters = Objects.requireNonNull(deadLetters, DeadLetters.CONFIG);
        return Response.resume(List.of(letters.letter(context, refused.reason(), refused)));
    }
}
