package io.entente.registry.server;

import java.util.Locale;

/** What may be done with a subject. */
enum Mode {
    READWRITE,
    READONLY,
    /** For all subjects, whatever mode of its own one has. */
    READONLY_OVERRIDE,
    /** Schemas bring their ids from another registry, and are not compared with earlier ones. */
    IMPORT;

    /** @throws RegistryError if there is no such mode */
    static Mode parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RegistryError(
                    RegistryError.INVALID_MODE,
                    "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT");
        }
    }

    boolean isReadOnly() {
        return this == READONLY || this == READONLY_OVERRIDE;
    }
}
