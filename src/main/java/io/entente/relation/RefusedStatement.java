package io.entente.relation;

/** A statement that RELATE cannot use: its message is the reason, for the dead letter. */
public final class RefusedStatement extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        /** The key is not the pair of its actors. */
        KEY,
        /** It is dated impossibly. */
        DATE,
        /** A field has a value that it cannot have. */
        VALUE
    }

    private final Fault fault;

    RefusedStatement(Fault fault, String reason) {
        super(reason);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
