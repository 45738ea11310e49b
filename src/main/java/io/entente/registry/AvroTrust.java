package io.entente.registry;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro which classes a schema may name. From 1.12.2 on it loads none but those allowed, lest a foreign schema make it
 * load anything; the setting is Avro's, one for the process, and this is the one place where it is made.
 */
public final class AvroTrust {
    private static final String OURS = "io.entente.avro.";

    private AvroTrust() {}

    /** Allows the generated records, beside what Avro allows anyway. To be called before Avro meets the first of them. */
    public static void allowGeneratedRecords() {
        ClassSecurityPredicate ours = type -> type.getName().startsWith(OURS);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT, ours));
    }
}
