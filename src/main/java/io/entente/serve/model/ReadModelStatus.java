package io.entente.serve.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where the read model comes from: how far it has got, and what is known of the stages before it. */
public interface ReadModelStatus {
    /** Whether all that stood in the topics at the start has been read. */
    boolean ready();

    /** Whether reading goes on. */
    boolean alive();

    /** For {@code /status}: how far reading is, the stages, the dead letters. */
    void describe(ObjectNode status);
}
