package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import java.util.Locale;

/** An event for PagerDuty's Events API v2: an incident for each alert, raised, raised again when more severe, and resolved. */
final class PagerDutyEvent {
    /** The API's limit. */
    private static final int SUMMARY = 1024;

    private PagerDutyEvent() {}

    static ObjectNode of(Alert alert, String routingKey) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", routingKey)
                .put("event_action", Shape.isEnd(alert) ? "resolve" : "trigger")
                .put("dedup_key", "entente-" + alert.getId())
                .put("client", "Entente");
        ObjectNode payload = event.putObject("payload")
                .put("summary", MessageText.cut(MessageText.message(alert), SUMMARY))
                .put("source", alert.getPair())
                .put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT))
                .put("timestamp", alert.getUpdatedAt().toString())
                .put("class", alert.getKind().name());
        ArrayNode evidence = payload.putObject("custom_details").putArray("evidence");
        MessageText.quotes(alert).forEach(quote -> evidence.add(quote.sentence() + " (" + quote.families() + ")"));
        return event;
    }
}
