package io.entente.pipeline;

import org.jspecify.annotations.Nullable;

/** The stages cannot run: the message says what is wrong and what to do. */
public final class PipelineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PipelineException(String message) {
        super(message);
    }

    PipelineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
