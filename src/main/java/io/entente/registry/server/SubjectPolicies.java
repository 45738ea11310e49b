package io.entente.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How subjects may change: compatibility level, normalization and mode, of one subject or of all (where it has none of its own).
 * Safe for use by several threads.
 */
final class SubjectPolicies {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectPolicies.class);
    /** Stands for all subjects. */
    private static final String GLOBAL = "";

    private static final String LEVEL = "compatibilityLevel";
    private static final String NORMALIZE = "normalize";

    private final SchemaLog log;
    /** Kept whole, so that what a genuine registry wrote beside the fields used here survives. */
    private final Map<String, ObjectNode> configs = new HashMap<>();

    private final Map<String, Mode> modes = new HashMap<>();

    SubjectPolicies(SchemaLog log) {
        this.log = log;
    }

    /** Applies a record of the log, if it is one of these; says whether it is. */
    synchronized boolean apply(JsonNode key, @Nullable JsonNode value) {
        String subject = key.path("subject").asText(GLOBAL);
        switch (key.path("keytype").asText()) {
            case "CONFIG" -> applyConfig(subject, value);
            case "MODE" -> applyMode(subject, value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void applyConfig(String subject, @Nullable JsonNode value) {
        if (!(value instanceof ObjectNode json)) {
            configs.remove(subject);
            return;
        }
        ObjectNode config = json.deepCopy();
        try {
            if (config.hasNonNull(LEVEL)) {
                Level.parse(config.path(LEVEL).asText());
            }
        } catch (RegistryError e) {
            LOG.warn("leaving out a compatibility level on the schema topic: {}", e.getMessage());
            config.remove(LEVEL);
        }
        configs.put(subject, config);
    }

    private void applyMode(String subject, @Nullable JsonNode value) {
        if (value == null) {
            modes.remove(subject);
            return;
        }
        try {
            modes.put(subject, Mode.parse(value.path("mode").asText()));
        } catch (RegistryError e) {
            LOG.warn("mode {} on the schema topic is not known here: taken as READONLY", value.path("mode"));
            modes.put(subject, Mode.READONLY);
        }
    }

    // ---- configuration

    /** The configuration of all subjects, as the API answers. */
    synchronized ObjectNode globalConfig() {
        return answer(GLOBAL).put(LEVEL, level(GLOBAL).name());
    }

    /**
     * The configuration of a subject, as the API answers.
     *
     * @throws RegistryError if it has none of its own, and {@code defaultToGlobal} is not set
     */
    synchronized ObjectNode config(String subject, boolean defaultToGlobal) {
        if (defaultToGlobal) {
            ObjectNode merged = globalConfig();
            merged.setAll(answer(subject));
            return merged;
        }
        if (!configs.containsKey(subject)) {
            throw new RegistryError(
                    RegistryError.NO_LEVEL_OF_SUBJECT,
                    "Subject '" + subject + "' does not have subject-level compatibility configured");
        }
        return answer(subject);
    }

    private ObjectNode answer(String subject) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode config = configs.get(subject);
        if (config != null && config.hasNonNull(NORMALIZE)) {
            answer.set(NORMALIZE, config.get(NORMALIZE));
        }
        if (config != null && config.hasNonNull(LEVEL)) {
            answer.set(LEVEL, config.get(LEVEL));
        }
        return answer;
    }

    /** The level in force. */
    synchronized Level level(String subject) {
        return inForce(subject, LEVEL).map(JsonNode::asText).map(Level::parse).orElse(Level.BACKWARD);
    }

    /** Whether the subject's schemas are normalized without being asked. */
    synchronized boolean normalizes(String subject) {
        return inForce(subject, NORMALIZE).map(JsonNode::asBoolean).orElse(false);
    }

    private Optional<JsonNode> inForce(String subject, String field) {
        return field(subject, field).or(() -> field(GLOBAL, field));
    }

    private Optional<JsonNode> field(String subject, String name) {
        return Optional.ofNullable(configs.get(subject))
                .map(config -> config.get(name))
                .filter(value -> !value.isNull());
    }

    /**
     * Changes what is given, and leaves the rest.
     *
     * @param subject null for all
     */
    synchronized void configure(@Nullable String subject, @Nullable Level level, @Nullable Boolean normalize) {
        requireWritable(subject == null ? GLOBAL : subject);
        ObjectNode config = Optional.ofNullable(configs.get(subject == null ? GLOBAL : subject))
                .map(ObjectNode::deepCopy)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        if (level != null) {
            config.put(LEVEL, level.name());
        }
        if (normalize != null) {
            config.put(NORMALIZE, normalize);
        }
        write(RecordKeys.config(subject), config);
    }

    /**
     * Returns the configuration that was in force.
     *
     * @param subject null for all
     */
    synchronized ObjectNode removeConfig(@Nullable String subject) {
        requireWritable(subject == null ? GLOBAL : subject);
        if (subject != null && !configs.containsKey(subject)) {
            throw RegistryError.noSubject(subject);
        }
        ObjectNode before = subject == null ? globalConfig() : answer(subject);
        write(RecordKeys.config(subject), null);
        return before;
    }

    // ---- modes

    synchronized Mode globalMode() {
        return modes.getOrDefault(GLOBAL, Mode.READWRITE);
    }

    /** @throws RegistryError if it has none of its own, and {@code defaultToGlobal} is not set */
    synchronized Mode mode(String subject, boolean defaultToGlobal) {
        if (defaultToGlobal) {
            return mode(subject);
        }
        return Optional.ofNullable(modes.get(subject))
                .orElseThrow(() -> new RegistryError(
                        RegistryError.NO_MODE_OF_SUBJECT,
                        "Subject '" + subject + "' does not have subject-level mode configured"));
    }

    /** The mode in force. */
    synchronized Mode mode(String subject) {
        Mode global = globalMode();
        return global == Mode.READONLY_OVERRIDE ? global : modes.getOrDefault(subject, global);
    }

    /** @param subject null for all */
    synchronized void setMode(@Nullable String subject, Mode mode) {
        write(RecordKeys.mode(subject), JsonNodeFactory.instance.objectNode().put("mode", mode.name()));
    }

    /**
     * Returns the mode that the subject had.
     *
     * @param subject null for all
     */
    synchronized Mode removeMode(@Nullable String subject) {
        Mode before = subject == null ? globalMode() : modes.get(subject);
        if (before == null) {
            throw RegistryError.noSubject(String.valueOf(subject));
        }
        write(RecordKeys.mode(subject), null);
        return before;
    }

    // ---- both

    /** Forgets what a subject that is gone had of its own. */
    synchronized void forget(String subject) {
        if (configs.containsKey(subject)) {
            write(RecordKeys.config(subject), null);
        }
        if (modes.containsKey(subject)) {
            write(RecordKeys.mode(subject), null);
        }
    }

    /** @throws RegistryError if nothing of the subject may change */
    void requireWritable(String subject) {
        if (mode(subject).isReadOnly()) {
            throw new RegistryError(
                    RegistryError.NOT_PERMITTED,
                    (subject.isEmpty() ? "All subjects are" : "Subject " + subject + " is") + " in read-only mode");
        }
    }

    private void write(ObjectNode key, @Nullable ObjectNode value) {
        log.append(key, value);
        apply(key, value);
    }
}
