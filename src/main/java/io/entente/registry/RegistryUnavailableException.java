package io.entente.registry;

import org.jspecify.annotations.Nullable;

/**
 * Transient: no registry answered, or it answered that it is unable to serve for now (5xx, 429). Trying again later may
 * help; dropping the record is wrong.
 */
public final class RegistryUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
