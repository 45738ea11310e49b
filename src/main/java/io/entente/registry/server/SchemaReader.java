package io.entente.registry.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Parses schemas with what they refer to. New ones must be as Avro demands; those that the topic holds are read as leniently as
 * Avro can, since another registry, or an older Avro, may have accepted them. Not safe for several threads.
 */
final class SchemaReader {
    private static final int DEEPEST = 64;

    private final SchemaTable table;
    /** How Avro writes a text that is kept, so that each is parsed once. */
    private final Map<Text, String> canonical = new HashMap<>();

    private record Text(String text, List<SchemaReference> references) {}

    SchemaReader(SchemaTable table) {
        this.table = table;
    }

    /**
     * Parses a schema that is to be registered or looked up.
     *
     * @param kept what its subject has already: one of these is taken even if a new one like it would not be, since its writers still ask for its id
     * @throws RegistryError if it is not a schema, or refers to one that is not there
     */
    Candidate read(SchemaRequest request, List<SchemaRecord> kept) {
        try {
            return read(request, request.isImport() ? lenient() : new Schema.Parser());
        } catch (RegistryError e) {
            if (kept.isEmpty()) {
                throw e;
            }
            Candidate candidate = read(request, lenient());
            if (kept.stream().noneMatch(record -> isSame(record, candidate))) {
                throw e;
            }
            return candidate;
        }
    }

    private Candidate read(SchemaRequest request, Schema.Parser parser) {
        List<SchemaReference> references =
                request.references().stream().map(this::numbered).toList();
        boolean validate = parser.getValidateDefaults();
        Set<Schema> referred = define(references, parser.setValidateDefaults(false));
        Schema schema = parse(parser.setValidateDefaults(validate), request.text());
        String text = write(schema, referred);
        return new Candidate(schema, request.normalize() ? NormalForm.of(text) : text, references, request.normalize());
    }

    /**
     * The schema as Avro knows it.
     *
     * @throws RegistryError if it cannot be parsed any more
     */
    Schema parsed(SchemaRecord record) {
        Schema.Parser parser = lenient();
        define(record.references(), parser);
        return parse(parser, record.schema());
    }

    /** Whether {@code record} holds this very schema. */
    boolean isSame(SchemaRecord record, Candidate candidate) {
        if (!record.isAvro() || !record.references().equals(candidate.references())) {
            return false;
        }
        if (record.schema().equals(candidate.text())) {
            return true;
        }
        String text = canonical.computeIfAbsent(new Text(record.schema(), record.references()), this::rewritten);
        return candidate.text().equals(candidate.normalized() ? normalForm(text) : text);
    }

    /** As Avro writes it; as it stands where Avro does not understand it. */
    private String rewritten(Text kept) {
        try {
            Schema.Parser parser = lenient();
            Set<Schema> referred = define(kept.references(), parser);
            return write(parse(parser, kept.text()), referred);
        } catch (RegistryError e) {
            return kept.text();
        }
    }

    private static String normalForm(String text) {
        try {
            return NormalForm.of(text);
        } catch (IllegalArgumentException e) {
            return text; // one that Avro does not understand
        }
    }

    private SchemaReference numbered(SchemaReference reference) {
        return new SchemaReference(
                reference.name(), reference.subject(), target(reference).version());
    }

    private SchemaRecord target(SchemaReference reference) {
        List<SchemaRecord> versions = table.versions(reference.subject());
        return (reference.version() == SchemaReference.LATEST
                        ? versions.stream().filter(Deleted.NO::includes).reduce((first, second) -> second)
                        : versions.stream()
                                .filter(each -> each.version() == reference.version())
                                .findFirst())
                .filter(SchemaRecord::isAvro)
                .orElseThrow(() -> new RegistryError(
                        RegistryError.INVALID_SCHEMA,
                        "No schema reference found for subject \"" + reference.subject() + "\" and version "
                                + reference.version()));
    }

    /** Makes the types of {@code references}, and of what these refer to, known to {@code parser}. */
    private Set<Schema> define(List<SchemaReference> references, Schema.Parser parser) {
        Set<Schema> defined = new HashSet<>();
        define(references, parser, defined, new HashSet<>(), 0);
        return defined;
    }

    private void define(
            List<SchemaReference> references,
            Schema.Parser parser,
            Set<Schema> defined,
            Set<SchemaRecord> seen,
            int depth) {
        if (depth > DEEPEST) {
            throw new RegistryError(
                    RegistryError.INVALID_SCHEMA, "Invalid schema: its references are nested deeper than " + DEEPEST);
        }
        for (SchemaReference reference : references) {
            SchemaRecord record = target(reference);
            if (seen.add(record)) {
                define(record.references(), parser, defined, seen, depth + 1);
                defined.add(parse(parser, record.schema()));
            }
        }
    }

    private static Schema.Parser lenient() {
        return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
    }

    /** Avro throws many kinds at a text that is not a schema: all of them are the text's fault. */
    private static Schema parse(Schema.Parser parser, String text) {
        try {
            return parser.parse(text);
        } catch (RuntimeException | StackOverflowError e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new RegistryError(RegistryError.INVALID_SCHEMA, "Invalid schema: " + reason);
        }
    }

    @SuppressWarnings("deprecation") // the only way to leave out what references define
    private static String write(Schema schema, Set<Schema> referred) {
        return referred.isEmpty() ? schema.toString() : schema.toString(new ArrayList<>(referred), false);
    }
}
