package io.entente.registry.server;

/**
 * A refusal as the REST API words it: an HTTP status, the API's own code, a message. Codes and messages are those of Confluent's
 * registry wherever clients look at them.
 */
final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int SUBJECT_NOT_FOUND = 40401;
    static final int VERSION_NOT_FOUND = 40402;
    static final int SCHEMA_NOT_FOUND = 40403;
    static final int SUBJECT_SOFT_DELETED = 40404;
    static final int SUBJECT_NOT_SOFT_DELETED = 40405;
    static final int VERSION_SOFT_DELETED = 40406;
    static final int VERSION_NOT_SOFT_DELETED = 40407;
    static final int NO_LEVEL_OF_SUBJECT = 40408;
    static final int NO_MODE_OF_SUBJECT = 40409;
    static final int INCOMPATIBLE = 409;
    static final int INVALID_SCHEMA = 42201;
    static final int INVALID_VERSION = 42202;
    static final int INVALID_LEVEL = 42203;
    static final int INVALID_MODE = 42204;
    static final int NOT_PERMITTED = 42205;
    static final int REFERENCE_EXISTS = 42206;
    static final int INVALID_SUBJECT = 42208;
    static final int SCHEMA_TOO_LARGE = 42209;
    static final int STORE_FAILED = 50001;

    private final int code;

    /** @param code three digits of status, and two more or none */
    RegistryError(int code, String message) {
        super(message, null, false, false); // an answer, not a fault: no stack
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The HTTP status that a code stands under. */
    static int status(int code) {
        return code > 999 ? code / 100 : code;
    }

    static RegistryError noSubject(String subject) {
        return new RegistryError(SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
    }

    static RegistryError noVersion(int version) {
        return new RegistryError(VERSION_NOT_FOUND, "Version " + version + " not found.");
    }

    /** @param reason for one id, or for a text */
    static RegistryError noSchema(String reason) {
        return new RegistryError(SCHEMA_NOT_FOUND, reason);
    }
}
