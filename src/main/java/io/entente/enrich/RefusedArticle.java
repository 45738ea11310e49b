package io.entente.enrich;

import org.jspecify.annotations.Nullable;

/** An article that ENRICH cannot use: its message says why and what to do. */
public final class RefusedArticle extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        /** It lacks something, or something is too long. */
        VALUE,
        /** It is dated impossibly. */
        DATE,
        /** Nothing: the coder failed on it. */
        CODER
    }

    private final Fault fault;

    RefusedArticle(Fault fault, @Nullable String reason) {
        super(reason);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
