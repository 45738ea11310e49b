package io.entente.embedded;

/** The embedded broker cannot start. The message says what is in the way, where, and what to do. */
public class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedException(String message) {
        super(message);
    }

    EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }
}
