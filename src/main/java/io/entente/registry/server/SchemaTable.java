package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the schemas on the topic add up to, applied in their order. Not safe for several threads. */
final class SchemaTable {
    private static final Logger log = LoggerFactory.getLogger(SchemaTable.class);
    private final NavigableMap<String, NavigableMap<Integer, SchemaRecord>> subjects = new TreeMap<>();
    private int maxId;

    /** Applies a record; a null value removes what the key names. */
    void apply(JsonNode key, @Nullable JsonNode value) {
        String type = key.path("keytype").asText();
        String subject = key.path("subject").asText();
        switch (type) {
            case "SCHEMA" -> applySchema(subject, key.path("version").asInt(), value);
            case "DELETE_SUBJECT" -> {
                if (value != null) {
                    markDeleted(subject, value.path("version").asInt());
                }
            }
            case "CLEAR_SUBJECT" -> {
                if (value != null) {
                    subjects.getOrDefault(subject, new TreeMap<>()).values().removeIf(SchemaRecord::deleted);
                }
            }
            case "NOOP" -> {} // a genuine registry marks its place with these
            default -> log.warn("skipping a record of unknown type {} on the schema topic", type);
        }
    }

    private void applySchema(String subject, int version, @Nullable JsonNode value) {
        NavigableMap<Integer, SchemaRecord> versions = subjects.computeIfAbsent(subject, name -> new TreeMap<>());
        if (value instanceof ObjectNode json) {
            SchemaRecord added = new SchemaRecord(json);
            versions.put(version, added);
            maxId = Math.max(maxId, added.id());
        } else {
            versions.remove(version);
        }
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
    }

    private void markDeleted(String subject, int upTo) {
        NavigableMap<Integer, SchemaRecord> versions = subjects.get(subject);
        if (versions != null) {
            versions.headMap(upTo, true).replaceAll((version, record) -> record.asDeleted());
        }
    }

    /** All versions in order, deleted ones too; empty where there is no such subject. */
    List<SchemaRecord> versions(String subject) {
        NavigableMap<Integer, SchemaRecord> versions = subjects.get(subject);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    /** Subjects in order, those whose versions are all deleted too. */
    Collection<String> subjects() {
        return subjects.keySet();
    }

    /** Every version of every subject. */
    List<SchemaRecord> all() {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** Every use of the schema with this id. */
    List<SchemaRecord> withId(int id) {
        return all().stream().filter(record -> record.id() == id).toList();
    }

    /** Every version that refers to a version of {@code subject} and is not deleted. */
    List<SchemaRecord> referringTo(String subject, int version) {
        return all().stream()
                .filter(record -> !record.deleted()
                        && record.references().stream()
                                .anyMatch(reference ->
                                        reference.subject().equals(subject) && reference.version() == version))
                .toList();
    }

    /** The largest id given so far; 0 before the first. */
    int maxId() {
        return maxId;
    }
}
