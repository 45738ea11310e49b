package io.entente.registry.server;

/** The registry cannot start. The message says what is in the way, and what to do. */
public final class RegistryStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
