package io.entente.serve.webhook;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are sent.
 *
 * @param name in logs, meters and the name of its consumer group; of its own
 * @param url http or https, for mails smtp or smtps; it may be a secret and is never shown
 * @param severity at least
 * @param kinds only these; all if empty
 * @param headers to send, such as Authorization; secrets
 * @param routingKey of PagerDuty's integration, a secret; null for other shapes
 * @param mail addresses and login; null for other shapes
 */
record WebhookTarget(
        String name,
        URI url,
        Shape shape,
        Severity severity,
        Set<AlertKind> kinds,
        Map<String, String> headers,
        @Nullable String routingKey,
        @Nullable Mail mail) {

    /**
     * What a mail needs beside a server.
     *
     * @param user null for a server that asks for no login
     */
    record Mail(String from, List<String> to, @Nullable String user, @Nullable String password) {
        Mail {
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return "Mail[from " + from + "]"; // secrets stay out of logs
        }
    }

    WebhookTarget {
        kinds = Set.copyOf(kinds);
        headers = Map.copyOf(headers);
    }

    /** Whether alerts of this kind and severity are for this target. */
    boolean wants(Alert alert) {
        return alert.getSeverity().compareTo(severity) >= 0 && (kinds.isEmpty() || kinds.contains(alert.getKind()));
    }

    @Override
    public String toString() {
        return "WebhookTarget[" + name + ", " + shape + "]"; // secrets stay out of logs
    }
}
