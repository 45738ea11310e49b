package io.entente.alert.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.avro.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads {@link AlertPolicy policies}: the built-in one and the files that change it. */
public final class AlertPolicies {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** Under these keys any class may be named. */
    private static final Set<String> FREE = Set.of("severe.classes.", "severe.ongoing.", "breakthrough.classes.");

    private AlertPolicies() {}

    /** The policy in force where no file says otherwise. */
    public static AlertPolicy builtIn() {
        return policy(defaults(), "built-in alerts.yaml");
    }

    /**
     * The built-in policy as changed by a file, which may give only the keys that differ.
     *
     * @throws IllegalArgumentException if the file cannot be read, has an unknown key or a value out of its range; the message says
     *     which and what is allowed
     */
    public static AlertPolicy read(Path file) {
        JsonNode changes;
        try {
            changes = YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(file + ": " + malformed.getOriginalMessage() + " " + place(malformed));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read: " + unreadable.getMessage());
        }
        ObjectNode merged = defaults();
        if (changes instanceof ObjectNode object) {
            merge(merged, object, "", file);
        } else if (!changes.isMissingNode() && !changes.isNull()) {
            throw new IllegalArgumentException(file + ": expected keys such as 'counts:' at the top");
        }
        return policy(merged, file.toString());
    }

    /** The value of a numeric key such as {@code counts.info}. */
    public static double value(AlertPolicy policy, String key) {
        return YAML.valueToTree(policy).at('/' + key.replace('.', '/')).asDouble();
    }

    /**
     * {@code policy} with another value of a numeric key.
     *
     * @throws IllegalArgumentException if the value is out of its range
     */
    public static AlertPolicy with(AlertPolicy policy, String key, double value) {
        ObjectNode tree = YAML.valueToTree(policy);
        int dot = key.lastIndexOf('.');
        ObjectNode parent = dot < 0
                ? tree
                : (ObjectNode) tree.at('/' + key.substring(0, dot).replace('.', '/'));
        String name = key.substring(dot + 1);
        if (parent.get(name).isInt()) {
            parent.put(name, (int) value);
        } else {
            parent.put(name, value);
        }
        return policy(tree, key + " = " + value);
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : "(line " + malformed.getLocation().getLineNr() + ")";
    }

    private static ObjectNode defaults() {
        try (InputStream in = Objects.requireNonNull(
                AlertPolicies.class.getResourceAsStream("alerts.yaml"), "alerts.yaml is missing from the build")) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void merge(ObjectNode base, ObjectNode changes, String path, Path file) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = changes.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = path + field.getKey();
            JsonNode old = base.get(field.getKey());
            boolean free = FREE.contains(path);
            if (old == null && !free) {
                throw new IllegalArgumentException(
                        file + ": unknown key '" + name + "'; allowed here: " + String.join(", ", names(base)));
            }
            if (old instanceof ObjectNode inner) {
                if (!(field.getValue() instanceof ObjectNode object)) {
                    throw new IllegalArgumentException(
                            file + ": '" + name + "' must hold keys: " + String.join(", ", names(inner)));
                }
                merge(inner, object, name + ".", file);
            } else {
                base.set(field.getKey(), field.getValue());
            }
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static AlertPolicy policy(ObjectNode tree, String file) {
        AlertPolicy policy;
        try {
            policy = YAML.treeToValue(tree, AlertPolicy.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(file + ": " + describe(wrong));
        }
        List<String> faults = new ArrayList<>(new PolicyRules(policy).faults());
        faults.addAll(severities("severe.classes", policy.severe().classes()));
        faults.addAll(severities("breakthrough.classes", policy.breakthrough().classes()));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + String.join("; ", faults));
        }
        return policy;
    }

    private static List<String> severities(String key, Map<String, String> classes) {
        return classes.entrySet().stream()
                .filter(entry -> !allowedSeverities().contains(entry.getValue()))
                .map(entry -> key + "." + entry.getKey() + " must be one of " + allowedSeverities() + ", not '"
                        + entry.getValue() + "'")
                .sorted()
                .toList();
    }

    private static List<String> allowedSeverities() {
        List<String> allowed =
                new ArrayList<>(Arrays.stream(Severity.values()).map(Enum::name).toList());
        allowed.add(AlertPolicy.Severe.NONE);
        return allowed;
    }

    private static String describe(JsonProcessingException wrong) {
        if (wrong instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String key = String.join(
                    ".",
                    mapping.getPath().stream()
                            .map(step -> Objects.requireNonNullElse(step.getFieldName(), "?"))
                            .toList());
            return "'" + key + "': " + mapping.getOriginalMessage();
        }
        return wrong.getOriginalMessage();
    }
}
