package io.entente.serve.webhook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.config.SettingsException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
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
 * Reads targets from a YAML file: a list under {@code webhooks}. What could fail at the first alert fails here, at the start; no message shows a value
 * that may be a secret.
 */
final class TargetFile {
    private static final Set<String> KEYS = Set.of(
            "name", "url", "shape", "severity", "kinds", "headers", "routing-key", "from", "to", "user", "password");
    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

    private final JsonNode node;
    /** File and number, for messages. */
    private final String where;

    private TargetFile(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /** @throws SettingsException if the file cannot be read or something in it cannot be used */
    static List<WebhookTarget> read(Path file) {
        JsonNode targets;
        try {
            targets = new YAMLMapper().readTree(file.toFile()).path("webhooks");
        } catch (JsonProcessingException e) {
            throw new SettingsException(file + " is not YAML" + at(e.getLocation()));
        } catch (IOException e) {
            throw new SettingsException("cannot read webhooks from " + file + ": " + e.getMessage());
        }
        if (!targets.isArray()) {
            throw new SettingsException(file + ": 'webhooks' must be a list of targets");
        }
        List<WebhookTarget> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : targets) {
            WebhookTarget target = new TargetFile(node, file + ": webhook " + (read.size() + 1)).target();
            if (!names.add(target.name().toLowerCase(Locale.ROOT))) {
                throw new SettingsException(
                        file + ": two webhooks are called '" + target.name() + "': give each a 'name' of its own");
            }
            read.add(target);
        }
        return read;
    }

    /** Without the text there, in which a secret may stand. */
    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : ": see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private WebhookTarget target() {
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw wrong("unknown key '" + key + "'");
            }
        });
        Shape shape = symbol("shape", "json", Shape::valueOf);
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        node.path("kinds").forEach(kind -> kinds.add(symbol("kinds", kind, AlertKind::valueOf)));
        return new WebhookTarget(
                name(),
                url(shape),
                shape,
                symbol("severity", "info", Severity::valueOf),
                kinds,
                headers(),
                shape == Shape.PAGERDUTY ? needed("routing-key") : null,
                shape == Shape.EMAIL ? mail() : null);
    }

    /** It becomes part of a consumer group's name. */
    private String name() {
        String name = node.path("name").asText("webhook");
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong("'name' must be a short line of text");
        }
        return name;
    }

    private URI url(Shape shape) {
        List<String> schemes = shape == Shape.EMAIL ? List.of("smtp", "smtps") : List.of("http", "https");
        String text = node.path("url")
                .asText(shape == Shape.PAGERDUTY ? PAGERDUTY : "")
                .trim();
        try {
            URI url = URI.create(text);
            if (url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getPort() <= 65535) {
                if (shape != Shape.EMAIL) {
                    HttpRequest.newBuilder(url);
                }
                return url;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw wrong("'url' must be an " + String.join(" or ", schemes) + " address with a host");
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        node.path("headers").properties().forEach(header -> {
            String name = header.getKey();
            String value = header.getValue().asText();
            try {
                HttpRequest.newBuilder(URI.create("http://localhost/")).setHeader(name, value);
            } catch (IllegalArgumentException e) {
                boolean isName = name.matches("[A-Za-z0-9-]{1,60}");
                throw wrong("'headers' " + (headers.size() + 1) + (isName ? ", '" + name + "'," : "")
                        + " cannot be sent: a name is letters, digits and dashes and not one that the connection sets itself;"
                        + " a value is one line without control characters");
            }
            headers.put(name, value);
        });
        return headers;
    }

    private WebhookTarget.Mail mail() {
        List<String> to = new ArrayList<>();
        JsonNode given = node.path("to");
        (given.isArray() ? given : List.of(given)).forEach(each -> to.add(address("to", each.asText())));
        return new WebhookTarget.Mail(address("from", needed("from")), to, optional("user"), optional("password"));
    }

    private String address(String key, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            if (text.contains("@")) {
                return text;
            }
        } catch (AddressException e) {
            // reported below
        }
        throw wrong("'" + key + "' must be a mail address such as desk@example.org");
    }

    private String needed(String key) {
        String text = optional(key);
        if (text == null) {
            throw wrong("'" + key + "' is needed for this shape");
        }
        return text;
    }

    private @Nullable String optional(String key) {
        String text = node.path(key).asText("");
        return text.isBlank() ? null : text;
    }

    private <E> E symbol(String key, String otherwise, Function<String, E> valueOf) {
        return symbol(key, node.has(key) ? node.path(key) : JsonNodeFactory.instance.textNode(otherwise), valueOf);
    }

    private <E> E symbol(String key, JsonNode value, Function<String, E> valueOf) {
        try {
            return valueOf.apply(value.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("'" + key + "' cannot be '" + value.asText() + "'");
        }
    }

    private SettingsException wrong(String what) {
        return new SettingsException(where + ": " + what);
    }
}
