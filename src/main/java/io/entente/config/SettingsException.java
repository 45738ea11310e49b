package io.entente.config;

/** A setting that cannot be used: the message says which, where it was given, and what would be right. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which setting, where it was given, and what would be right */
    public SettingsException(String message) {
        super(message);
    }
}
