package io.entente.registry.server;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** How far a new version of a schema must get on with the earlier ones. */
enum Level {
    /** Not at all. */
    NONE(false, false, false),
    /** It reads what the last one wrote. */
    BACKWARD(true, false, false),
    /** It reads what all of them wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The last one reads what it writes. */
    FORWARD(false, true, false),
    /** All of them read what it writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both, for the last one. */
    FULL(true, true, false),
    /** Both, for all of them. */
    FULL_TRANSITIVE(true, true, true);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Level(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    static Level parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RegistryError(
                    RegistryError.INVALID_LEVEL,
                    "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, "
                            + "forward_transitive, and full_transitive");
        }
    }

    /** A version that is there already. */
    record Earlier(int version, Schema schema) {}

    /**
     * What stands against {@code schema} as the next version.
     *
     * @param earlier in order of their versions
     */
    List<String> problems(Schema schema, List<Earlier> earlier) {
        List<String> problems = new ArrayList<>();
        for (Earlier old : compared(earlier)) {
            if (backward) {
                add(problems, schema, old.schema, "it cannot read what version " + old.version + " wrote");
            }
            if (forward) {
                add(problems, old.schema, schema, "version " + old.version + " cannot read what it writes");
            }
        }
        return problems;
    }

    /** Those of the {@code earlier} versions that a next one is compared with. */
    <T> List<T> compared(List<T> earlier) {
        if (this == NONE) {
            return List.of();
        }
        return earlier.subList(transitive ? 0 : Math.max(0, earlier.size() - 1), earlier.size());
    }

    private static void add(List<String> problems, Schema reader, Schema writer, String what) {
        List<Incompatibility> found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
        for (Incompatibility each : found) {
            problems.add(what + ": " + each.getType() + " at " + named(reader, each.getLocation()) + ": "
                    + each.getMessage());
        }
    }

    /** Puts the names of fields in place of their numbers, as in {@code /fields/body/type}. */
    private static String named(Schema reader, String location) {
        try {
            JsonNode node = JSON.readTree(reader.toString());
            StringBuilder path = new StringBuilder();
            for (JsonPointer at = JsonPointer.compile(location); !at.matches(); at = at.tail()) {
                boolean isField = path.toString().endsWith("/fields");
                node = node.path(at.getMatchingProperty()).isMissingNode()
                        ? node.path(at.getMatchingIndex())
                        : node.path(at.getMatchingProperty());
                path.append('/').append(isField ? node.path("name").asText() : at.getMatchingProperty());
            }
            return path.toString();
        } catch (JsonProcessingException e) {
            return location;
        }
    }
}
