package io.entente.registry.server;

import java.util.List;
import org.apache.avro.Schema;

/**
 * A schema that has been parsed, to be registered, looked up or compared.
 *
 * @param text the schema as it is kept
 * @param references what it refers to, by number
 * @param normalized whether {@code text} is the {@linkplain NormalForm normal form}
 */
record Candidate(Schema schema, String text, List<SchemaReference> references, boolean normalized) {
    Candidate {
        references = List.copyOf(references);
    }
}
