package io.entente.registry;

/** The registry refuses a schema that readers or writers of the subject's earlier versions could not deal with (409). */
public final class IncompatibleSchemaException extends RegistryRefusedException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String message, int errorCode) {
        super(message, 409, errorCode);
    }
}
