package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.registry.server.Level.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The registry's rules: what may be registered, looked up and deleted. One request at a time; a change is answered when it
 * is in the log.
 */
final class SchemaStore {
    private static final int LATEST = -1;

    private final SchemaLog log;
    private final SchemaTable table = new SchemaTable();

    SchemaStore(SchemaLog log) {
        this.log = log;
        log.replay(table::apply);
    }

    // ---- reading

    synchronized List<String> subjects(String prefix, Deleted deleted) {
        return table.subjects().stream()
                .filter(subject -> subject.startsWith(prefix)
                        && !versions(subject, deleted).isEmpty())
                .toList();
    }

    /** @throws RegistryError if there are none */
    synchronized List<SchemaRecord> versionsOf(String subject, Deleted deleted) {
        List<SchemaRecord> versions = versions(subject, deleted);
        if (versions.isEmpty()) {
            throw RegistryError.noSubject(subject);
        }
        return versions;
    }

    /** @param version from 1, or -1 for the latest */
    synchronized SchemaRecord version(String subject, int version, Deleted deleted) {
        List<SchemaRecord> versions = versionsOf(subject, deleted);
        if (version == LATEST) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(record -> record.version() == version)
                .findFirst()
                .orElseThrow(() -> RegistryError.noVersion(subject, version));
    }

    synchronized List<SchemaRecord> all(String prefix, Deleted deleted) {
        return table.all().stream()
                .filter(record -> record.subject().startsWith(prefix) && deleted.includes(record))
                .toList();
    }

    /** Every use of the schema with this id; at least one. */
    synchronized List<SchemaRecord> withId(int id) {
        List<SchemaRecord> uses = table.withId(id);
        if (uses.isEmpty()) {
            throw new RegistryError(RegistryError.SCHEMA_NOT_FOUND, "no schema with id " + id);
        }
        return uses;
    }

    synchronized int maxId() {
        return table.maxId();
    }

    /** The version of {@code subject} that is this very schema. */
    synchronized SchemaRecord lookUp(String subject, Schema schema, Deleted deleted) {
        return find(versionsOf(subject, deleted), schema)
                .orElseThrow(() -> new RegistryError(
                        RegistryError.SCHEMA_NOT_FOUND,
                        "subject '" + subject + "' has no such version of " + schema.getFullName()));
    }

    synchronized Level globalLevel() {
        return table.globalLevel();
    }

    synchronized Level level(String subject, boolean defaultToGlobal) {
        Optional<Level> own = table.level(subject);
        if (own.isEmpty() && !defaultToGlobal) {
            throw new RegistryError(
                    RegistryError.NO_LEVEL_OF_SUBJECT,
                    "subject '" + subject + "' has no compatibility level of its own");
        }
        return own.orElseGet(table::globalLevel);
    }

    synchronized String globalMode() {
        return table.globalMode();
    }

    synchronized String mode(String subject, boolean defaultToGlobal) {
        Optional<String> own = table.mode(subject);
        if (own.isEmpty() && !defaultToGlobal) {
            throw new RegistryError(
                    RegistryError.NO_MODE_OF_SUBJECT, "subject '" + subject + "' has no mode of its own");
        }
        return own.orElseGet(table::globalMode);
    }

    /** What stands against {@code schema} as the next version, at the level in force. */
    synchronized List<String> problems(String subject, Schema schema) {
        return effectiveLevel(subject).problems(schema, earlier(versions(subject, Deleted.NO)));
    }

    /** What stands between {@code schema} and one version; nothing if the latest is asked for and there is none. */
    synchronized List<String> problems(String subject, Schema schema, int version) {
        if (version == LATEST && versions(subject, Deleted.NO).isEmpty()) {
            return List.of();
        }
        return effectiveLevel(subject).problems(schema, earlier(List.of(version(subject, version, Deleted.NO))));
    }

    // ---- changing

    /** The record of {@code schema} under {@code subject}, made where it is not there yet. */
    synchronized SchemaRecord register(String subject, Schema schema) {
        Optional<SchemaRecord> known = find(versions(subject, Deleted.NO), schema);
        if (known.isPresent()) {
            return known.get();
        }
        requireWritable(subject);
        List<String> problems = problems(subject, schema);
        if (!problems.isEmpty()) {
            throw new RegistryError(
                    RegistryError.INCOMPATIBLE,
                    "not compatible with subject '" + subject + "' at level " + effectiveLevel(subject) + ": "
                            + String.join("; ", problems));
        }
        int id = find(table.all(), schema).map(SchemaRecord::id).orElseGet(() -> table.maxId() + 1);
        int version = table.versions(subject).stream()
                        .mapToInt(SchemaRecord::version)
                        .max()
                        .orElse(0)
                + 1;
        SchemaRecord added = SchemaRecord.of(subject, version, id, schema.toString());
        write(RecordKeys.schema(subject, version), added.json());
        return added;
    }

    /** Marks all versions as deleted or, where they are, removes them for good; returns their numbers. */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<SchemaRecord> live = versions(subject, Deleted.NO);
        List<SchemaRecord> all = versionsOf(subject, Deleted.YES);
        requireWritable(subject);
        if (permanent && !live.isEmpty()) {
            throw new RegistryError(
                    RegistryError.SUBJECT_NOT_SOFT_DELETED, "delete subject '" + subject + "' first without permanent");
        }
        if (!permanent && live.isEmpty()) {
            throw new RegistryError(
                    RegistryError.SUBJECT_SOFT_DELETED,
                    "subject '" + subject + "' is deleted already; permanent=true removes it for good");
        }
        if (permanent) {
            all.forEach(record -> write(RecordKeys.schema(subject, record.version()), null));
            return numbers(all);
        }
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("version", live.get(live.size() - 1).version());
        write(RecordKeys.deleteSubject(subject), value);
        forgetLevel(subject);
        return numbers(live);
    }

    /** Marks a version as deleted or, where it is, removes it for good; returns its number. */
    synchronized int deleteVersion(String subject, int version, boolean permanent) {
        SchemaRecord record = version(subject, version, version == LATEST ? Deleted.NO : Deleted.YES);
        requireWritable(subject);
        if (permanent && !record.deleted()) {
            throw new RegistryError(
                    RegistryError.VERSION_NOT_SOFT_DELETED,
                    "delete version " + version + " of subject '" + subject + "' first without permanent");
        }
        if (!permanent && record.deleted()) {
            throw new RegistryError(
                    RegistryError.VERSION_SOFT_DELETED,
                    "version " + version + " of subject '" + subject
                            + "' is deleted already; permanent=true removes it for good");
        }
        write(
                RecordKeys.schema(subject, record.version()),
                permanent ? null : record.asDeleted().json());
        if (versions(subject, Deleted.NO).isEmpty()) {
            forgetLevel(subject);
        }
        return record.version();
    }

    /** @param subject null for the global one */
    synchronized void setLevel(@Nullable String subject, Level level) {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("compatibilityLevel", level.name());
        write(RecordKeys.level(subject), value);
    }

    /**
     * Returns the level that was in force.
     *
     * @param subject null for the global one
     */
    synchronized Level removeLevel(@Nullable String subject) {
        Level before = subject == null ? table.globalLevel() : level(subject, false);
        write(RecordKeys.level(subject), null);
        return before;
    }

    private void forgetLevel(String subject) {
        if (table.level(subject).isPresent()) {
            removeLevel(subject);
        }
    }

    private void write(JsonNode key, @Nullable JsonNode value) {
        log.append(key, value);
        table.apply(key, value);
    }

    private void requireWritable(String subject) {
        String mode = mode(subject, true);
        if (!mode.equals("READWRITE")) {
            throw new RegistryError(
                    RegistryError.NOT_PERMITTED, "subject '" + subject + "' is in mode " + mode + ", not READWRITE");
        }
    }

    private Level effectiveLevel(String subject) {
        return level(subject, true);
    }

    private List<SchemaRecord> versions(String subject, Deleted deleted) {
        return table.versions(subject).stream().filter(deleted::includes).toList();
    }

    private static List<Earlier> earlier(List<SchemaRecord> records) {
        return records.stream()
                .filter(SchemaRecord::isPlainAvro)
                .map(record -> new Earlier(record.version(), record.parsed()))
                .toList();
    }

    private static Optional<SchemaRecord> find(List<SchemaRecord> records, Schema schema) {
        String text = schema.toString();
        for (SchemaRecord record : records) {
            if (record.isPlainAvro()
                    && (record.schema().equals(text) || record.canonical().equals(text))) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private static List<Integer> numbers(List<SchemaRecord> records) {
        List<Integer> numbers = new ArrayList<>();
        records.forEach(record -> numbers.add(record.version()));
        return numbers;
    }
}
