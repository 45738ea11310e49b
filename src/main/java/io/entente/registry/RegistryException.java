package io.entente.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry did not give what a record needs. Not the record's fault: the same record may go through once the
 * registry, the settings or the schemas are fixed. Messages hold no credentials.
 */
public abstract sealed class RegistryException extends SerializationException
        permits RegistryUnavailableException, RegistryRefusedException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
