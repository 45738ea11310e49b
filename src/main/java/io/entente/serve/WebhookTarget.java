package io.entente.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.config.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are sent.
 *
 * @param name in logs, meters and the name of its consumer group; of its own
 * @param url http or https; it may be a secret and is never shown
 * @param shape of the body
 * @param severity at least
 * @param kinds only these; all if empty
 * @param headers to send, such as Authorization
 */
record WebhookTarget(
        String name, URI url, Shape shape, Severity severity, Set<AlertKind> kinds, Map<String, String> headers) {
    private static final Set<String> KEYS = Set.of("name", "url", "shape", "severity", "kinds", "headers");

    /** What the receiver understands. */
    enum Shape {
        /** The alert as the API shows it. */
        JSON,
        /** A message for Slack and what understands its incoming webhooks. */
        SLACK,
        /** Alertmanager's API v2. */
        ALERTMANAGER
    }

    WebhookTarget {
        kinds = Set.copyOf(kinds);
        headers = Map.copyOf(headers);
    }

    /**
     * Reads targets from a YAML file: a list under {@code webhooks}.
     *
     * @throws SettingsException if it cannot be read or something in it cannot be used
     */
    static List<WebhookTarget> read(Path file) {
        JsonNode targets;
        try {
            targets = new YAMLMapper().readTree(file.toFile()).path("webhooks");
        } catch (IOException e) {
            throw new SettingsException("cannot read webhooks from " + file + ": " + e.getMessage());
        }
        if (!targets.isArray()) {
            throw new SettingsException(file + ": 'webhooks' must be a list of targets");
        }
        List<WebhookTarget> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : targets) {
            WebhookTarget target = target(node, file + ": webhook " + (read.size() + 1));
            if (!names.add(target.name().toLowerCase(Locale.ROOT))) {
                throw new SettingsException(
                        file + ": two webhooks are called '" + target.name() + "': give each a 'name' of its own");
            }
            read.add(target);
        }
        return read;
    }

    private static WebhookTarget target(JsonNode node, String where) {
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new SettingsException(where + ": unknown key '" + key + "'");
            }
        });
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        node.path("kinds").forEach(kind -> kinds.add(symbol(where, "kinds", kind.asText(), AlertKind::valueOf)));
        Map<String, String> headers = new TreeMap<>();
        node.path("headers")
                .fields()
                .forEachRemaining(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new WebhookTarget(
                node.path("name").asText("webhook"),
                url(where, node.path("url").asText()),
                symbol(where, "shape", node.path("shape").asText("json"), Shape::valueOf),
                symbol(where, "severity", node.path("severity").asText("info"), Severity::valueOf),
                kinds,
                headers);
    }

    private static URI url(String where, String text) {
        if (!Views.isWeb(text)) {
            throw new SettingsException(where + ": 'url' must be an http or https address");
        }
        return URI.create(text.trim());
    }

    private static <E> E symbol(String where, String key, String value, Function<String, E> valueOf) {
        try {
            return valueOf.apply(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(where + ": '" + key + "' cannot be '" + value + "'");
        }
    }

    boolean wants(Severity level, @Nullable AlertKind kind) {
        return level.compareTo(severity) >= 0 && (kinds.isEmpty() || kinds.contains(kind));
    }
}
