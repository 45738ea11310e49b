package io.entente.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Poison: the record's bytes can never be read as what the topic should hold, however often it is tried. The message says
 * what is wrong, of which topic, and what its producer has to change.
 */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
