package io.entente.registry;

import org.jspecify.annotations.Nullable;

/**
 * Transient: no registry answered, or it answered that it is unable to serve for now (5xx, 429). Trying again later may
 * help; dropping the record is wrong.
 */
public final class RegistryUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final boolean silent;

    /**
     * @param purpose what the registry is needed for, as in "cannot {purpose}"
     * @param why what is known of the outage
     * @param silent whether there was no answer at all
     */
    RegistryUnavailableException(String purpose, String why, boolean silent, @Nullable Throwable cause) {
        super("cannot " + purpose + ": " + why, cause);
        this.why = why;
        this.silent = silent;
    }

    /** Whether nothing answered, rather than that it cannot serve. */
    boolean silent() {
        return silent;
    }

    /** The same outage in the way of something else. */
    RegistryUnavailableException again(String purpose) {
        return new RegistryUnavailableException(purpose, why, silent, null);
    }
}
