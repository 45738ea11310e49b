package io.entente.ops;

import io.entente.registry.RegistryException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** What cannot be read becomes a dead letter. Configured with {@link DeadLetters#CONFIG}. */
public final class DeserializationFailures implements DeserializationExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = (DeadLetters) configs.get(DeadLetters.CONFIG);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        DeadLetters letters = Objects.requireNonNull(deadLetters, DeadLetters.CONFIG);
        return Response.resume(List.of(letters.letter(context, reason(exception), exception)));
    }

    private static Reason reason(Exception exception) {
        return exception instanceof RegistryException ? Reason.REGISTRY : Reason.UNREADABLE;
    }
}
