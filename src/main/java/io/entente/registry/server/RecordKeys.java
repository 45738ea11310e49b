package io.entente.registry.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the schema topic. It is compacted by their bytes, so that the order of the fields is part of the genuine
 * registry's layout, and of ours.
 */
final class RecordKeys {
    private RecordKeys() {}

    static ObjectNode schema(String subject, int version) {
        return key("SCHEMA", subject).put("version", version).put("magic", 1);
    }

    /** @param subject null for all */
    static ObjectNode config(@Nullable String subject) {
        return key("CONFIG", subject).put("magic", 0);
    }

    /** @param subject null for all */
    static ObjectNode mode(@Nullable String subject) {
        return key("MODE", subject).put("magic", 0);
    }

    static ObjectNode deleteSubject(String subject) {
        return key("DELETE_SUBJECT", subject).put("magic", 0);
    }

    private static ObjectNode key(String type, @Nullable String subject) {
        return JsonNodeFactory.instance.objectNode().put("keytype", type).put("subject", subject);
    }
}
