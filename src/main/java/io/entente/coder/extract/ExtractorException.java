package io.entente.coder.extract;

/** An extractor that cannot be made: the message says why and what to do. */
public final class ExtractorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExtractorException(String message) {
        super(message);
    }

    public ExtractorException(String message, Throwable cause) {
        super(message, cause);
    }
}
