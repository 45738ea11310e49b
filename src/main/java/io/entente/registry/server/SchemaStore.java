package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.registry.server.Level.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registry's rules: what may be registered, looked up and deleted. One request at a time; a change is answered when it
 * is in the log.
 */
final class SchemaStore {
    private static final int LATEST = -1;

    private final SchemaLog log;
    private final SubjectPolicies policies;
    private final SchemaTable table = new SchemaTable();
    private final SchemaReader reader = new SchemaReader(table);

    SchemaStore(SchemaLog log) {
        this.log = log;
        this.policies = new SubjectPolicies(log);
        log.replay((key, value) -> {
            if (!policies.apply(key, value)) {
                table.apply(key, value);
            }
        });
    }

    SubjectPolicies policies() {
        return policies;
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
                .orElseThrow(() -> RegistryError.noVersion(version));
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
            throw RegistryError.noSchema("Schema " + id + " not found");
        }
        return uses;
    }

    synchronized int maxId() {
        return table.maxId();
    }

    /** The ids of the schemas that refer to a version. */
    synchronized List<Integer> referringTo(String subject, int version) {
        int number = version(subject, version, Deleted.YES).version();
        return table.referringTo(subject, number).stream()
                .map(SchemaRecord::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** The version of {@code subject} that is this very schema. */
    synchronized SchemaRecord lookUp(String subject, SchemaRequest request, Deleted deleted) {
        Candidate candidate = candidate(subject, request);
        return find(versionsOf(subject, deleted), candidate)
                .orElseThrow(() -> RegistryError.noSchema("Schema not found"));
    }

    /** What stands against {@code request} as the next version, at the level in force. */
    synchronized List<String> problems(String subject, SchemaRequest request) {
        return problems(subject, candidate(subject, request), versions(subject, Deleted.NO));
    }

    /** What stands between {@code request} and one version; nothing if the latest is asked for and there is none. */
    synchronized List<String> problems(String subject, SchemaRequest request, int version) {
        Candidate candidate = candidate(subject, request);
        if (version == LATEST && versions(subject, Deleted.NO).isEmpty()) {
            return List.of();
        }
        return problems(subject, candidate, List.of(version(subject, version, Deleted.NO)));
    }

    private List<String> problems(String subject, Candidate candidate, List<SchemaRecord> records) {
        Level level = policies.level(subject);
        List<String> problems = new ArrayList<>();
        List<Earlier> earlier = new ArrayList<>();
        for (SchemaRecord record : level.compared(records)) {
            if (!record.isAvro()) {
                problems.add("version " + record.version() + " is " + record.type() + ", not AVRO");
                continue;
            }
            try {
                earlier.add(new Earlier(record.version(), reader.parsed(record)));
            } catch (RegistryError e) {
                problems.add("version " + record.version() + " cannot be compared (" + e.getMessage()
                        + "): delete it, or set the subject's compatibility to NONE");
            }
        }
        problems.addAll(level.problems(candidate.schema(), earlier));
        return problems;
    }

    // ---- changing

    /** The record of a schema under {@code subject}, made where it is not there yet. */
    synchronized SchemaRecord register(String subject, SchemaRequest request) {
        Candidate candidate = candidate(subject, request);
        Optional<SchemaRecord> known = find(versions(subject, Deleted.NO), candidate);
        if (known.isPresent() && (!request.isImport() || known.get().id() == request.id())) {
            return known.get();
        }
        policies.requireWritable(subject);
        if (request.isImport()) {
            return importAs(subject, request, candidate);
        }
        requireMode(subject, Mode.READWRITE, "read-write");
        List<String> problems = problems(subject, candidate, versions(subject, Deleted.NO));
        if (!problems.isEmpty()) {
            throw new RegistryError(
                    RegistryError.INCOMPATIBLE,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                            + "\" at level " + policies.level(subject) + ", details: " + problems);
        }
        int id = find(table.all(), candidate).map(SchemaRecord::id).orElseGet(() -> table.maxId() + 1);
        return add(SchemaRecord.of(subject, nextVersion(subject), id, candidate));
    }

    private SchemaRecord importAs(String subject, SchemaRequest request, Candidate candidate) {
        requireMode(subject, Mode.IMPORT, "import");
        int version = request.version() > 0 ? request.version() : nextVersion(subject);
        boolean taken = table.withId(request.id()).stream().anyMatch(record -> !reader.isSame(record, candidate))
                || versions(subject, Deleted.YES).stream()
                        .anyMatch(record -> record.version() == version && !reader.isSame(record, candidate));
        if (taken) {
            throw new RegistryError(
                    RegistryError.NOT_PERMITTED, "Overwrite new schema with id " + request.id() + " is not permitted.");
        }
        return add(SchemaRecord.of(subject, version, request.id(), candidate));
    }

    private SchemaRecord add(SchemaRecord record) {
        write(RecordKeys.schema(record.subject(), record.version()), record.json());
        return record;
    }

    private int nextVersion(String subject) {
        return table.versions(subject).stream()
                        .mapToInt(SchemaRecord::version)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Marks all versions as deleted or, where they are, removes them for good; returns their numbers. */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<SchemaRecord> live = versions(subject, Deleted.NO);
        List<SchemaRecord> all = versionsOf(subject, Deleted.YES);
        policies.requireWritable(subject);
        if (permanent && !live.isEmpty()) {
            throw new RegistryError(
                    RegistryError.SUBJECT_NOT_SOFT_DELETED,
                    "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        if (!permanent && live.isEmpty()) {
            throw new RegistryError(
                    RegistryError.SUBJECT_SOFT_DELETED,
                    "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
        }
        List<SchemaRecord> gone = permanent ? all : live;
        gone.forEach(this::requireUnreferenced);
        if (permanent) {
            all.forEach(record -> write(RecordKeys.schema(subject, record.version()), null));
        } else {
            ObjectNode value = JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", subject)
                    .put("version", live.get(live.size() - 1).version());
            write(RecordKeys.deleteSubject(subject), value);
            policies.forget(subject);
        }
        return gone.stream().map(SchemaRecord::version).toList();
    }

    /** Marks a version as deleted or, where it is, removes it for good; returns its number. */
    synchronized int deleteVersion(String subject, int version, boolean permanent) {
        SchemaRecord record = version(subject, version, version == LATEST ? Deleted.NO : Deleted.YES);
        String name = "Subject '" + subject + "' Version " + record.version();
        policies.requireWritable(subject);
        if (permanent && !record.deleted()) {
            throw new RegistryError(
                    RegistryError.VERSION_NOT_SOFT_DELETED,
                    name + " was not deleted first before being permanently deleted");
        }
        if (!permanent && record.deleted()) {
            throw new RegistryError(
                    RegistryError.VERSION_SOFT_DELETED,
                    name + " was soft deleted. Set permanent=true to delete permanently");
        }
        requireUnreferenced(record);
        write(
                RecordKeys.schema(subject, record.version()),
                permanent ? null : record.asDeleted().json());
        if (versions(subject, Deleted.NO).isEmpty()) {
            policies.forget(subject);
        }
        return record.version();
    }

    /**
     * Sets the mode of a subject or of all.
     *
     * @param subject null for all
     * @param force whether IMPORT may be set although there are schemas
     */
    synchronized void setMode(@Nullable String subject, Mode mode, boolean force) {
        boolean empty = subject == null
                ? subjects("", Deleted.NO).isEmpty()
                : versions(subject, Deleted.NO).isEmpty();
        if (mode == Mode.IMPORT && !force && !empty) {
            throw new RegistryError(
                    RegistryError.NOT_PERMITTED,
                    "Cannot import since found existing "
                            + (subject == null ? "subjects" : "schemas in subject " + subject)
                            + ". Set force=true to import all the same");
        }
        policies.setMode(subject, mode);
    }

    private void write(JsonNode key, @Nullable JsonNode value) {
        log.append(key, value);
        table.apply(key, value);
    }

    private void requireMode(String subject, Mode mode, String name) {
        if (policies.mode(subject) != mode) {
            throw new RegistryError(RegistryError.NOT_PERMITTED, "Subject " + subject + " is not in " + name + " mode");
        }
    }

    private void requireUnreferenced(SchemaRecord record) {
        if (!table.referringTo(record.subject(), record.version()).isEmpty()) {
            throw new RegistryError(
                    RegistryError.REFERENCE_EXISTS,
                    "One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=" + record.subject()
                            + ",version=" + record.version() + "}.");
        }
    }

    private Candidate candidate(String subject, SchemaRequest request) {
        return reader.read(
                policies.normalizes(subject) ? request.normalized() : request, versions(subject, Deleted.YES));
    }

    private List<SchemaRecord> versions(String subject, Deleted deleted) {
        return table.versions(subject).stream().filter(deleted::includes).toList();
    }

    private Optional<SchemaRecord> find(List<SchemaRecord> records, Candidate candidate) {
        return records.stream()
                .filter(record -> reader.isSame(record, candidate))
                .findFirst();
    }
}
