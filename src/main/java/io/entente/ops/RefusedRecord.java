package io.entente.ops;

import org.jspecify.annotations.Nullable;

/** A record that a stage refuses: it becomes a dead letter, and the stage goes on. The message says what to do. */
public final class RefusedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RefusedRecord(Reason reason, @Nullable String message) {
        super(message, null, false, false); // no stack trace: it is not an error of ours
        this.reason = reason;
    }

    /** Why, for counting. */
    public Reason reason() {
        return reason;
    }
}
