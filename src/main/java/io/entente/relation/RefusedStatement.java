package io.entente.relation;

/** A statement that RELATE cannot use: its message is the reason, for the dead letter. */
public final class RefusedStatement extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedStatement(String reason) {
        super(reason);
    }
}
