package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Alerts for Alertmanager's API v2. Its labels are an alert's identity, so they are what never changes; severity, which may rise, is an annotation. An open one
 * lapses unless it is repeated in time, as those of Prometheus do, so that a receiver that missed the end does not show it for ever.
 */
final class AlertmanagerBody {
    /** How often open alerts are repeated. */
    static final Duration REPEAT = Duration.ofMinutes(1);
    /** How long one is held without a repetition: longer than a restart takes. */
    static final Duration HELD = Duration.ofMinutes(15);

    private AlertmanagerBody() {}

    static ArrayNode of(Collection<Alert> alerts, Instant now) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        alerts.forEach(alert -> body.add(one(alert, now)));
        return body;
    }

    private static ObjectNode one(Alert alert, Instant now) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = one.putObject("labels");
        labels.put("alertname", "Entente" + alert.getKind());
        labels.put("pair", alert.getPair());
        alert.getSource().ifPresent(source -> labels.put("source", source));
        alert.getTarget().ifPresent(target -> labels.put("target", target));
        labels.put("alert_id", alert.getId());
        ObjectNode annotations = one.putObject("annotations");
        annotations.put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT));
        annotations.put("summary", MessageText.message(alert));
        annotations.put(
                "description",
                MessageText.quotes(alert).stream()
                        .map(quote -> quote.sentence() + " (" + quote.families() + ")")
                        .collect(Collectors.joining("\n")));
        Instant start = earlier(alert.getOpenedAt(), now);
        one.put("startsAt", start.toString());
        one.put("endsAt", (Shape.isEnd(alert) ? end(alert, start, now) : now.plus(HELD)).toString());
        return one;
    }

    /** After the start and not in the future, else Alertmanager refuses it or holds it open. */
    private static Instant end(Alert alert, Instant start, Instant now) {
        Instant end = earlier(alert.getResolvedAt().orElse(now), now);
        return end.isAfter(start) ? end : start.plusMillis(1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
