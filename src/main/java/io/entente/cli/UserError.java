package io.entente.cli;

/** A failure that the user can mend: its message says what, where and what to do; no stack trace is shown. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserError(String message) {
        super(message);
    }

    UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
