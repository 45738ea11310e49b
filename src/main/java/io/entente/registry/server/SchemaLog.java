package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The registry's memory: records with a key and a value, of which the last under each key counts. */
interface SchemaLog extends AutoCloseable {

    /** Visits all records from the first to the last there is now; the value is null where something was removed. */
    void replay(BiConsumer<JsonNode, @Nullable JsonNode> visitor);

    /**
     * Writes a record, and returns when it is safe.
     *
     * @throws RegistryError if it is not
     */
    void append(JsonNode key, @Nullable JsonNode value);

    @Override
    void close();
}
