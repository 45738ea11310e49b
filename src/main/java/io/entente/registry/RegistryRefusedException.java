package io.entente.registry;

/**
 * The registry answered, and refused: wrong credentials, a schema that is not registered or not compatible, and the like.
 * Somebody has to change the settings or the registry; trying again does not help.
 */
public sealed class RegistryRefusedException extends RegistryException permits IncompatibleSchemaException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorCode;

    RegistryRefusedException(String message, int status, int errorCode) {
        super(message, null);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** The HTTP status, 400 to 499. */
    public final int status() {
        return status;
    }

    /** The registry's own code, such as 40403 for a schema that it does not have; the status where it gave none. */
    public final int errorCode() {
        return errorCode;
    }
}
