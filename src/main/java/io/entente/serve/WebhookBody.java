package io.entente.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertState;
import io.entente.json.RecordJson;

/** An alert in the words of a receiver. The article's text is untrusted and is escaped. */
final class WebhookBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WebhookBody() {}

    /** The same for every attempt, and for every instance: receivers can tell a repetition by it. */
    static String id(Alert alert) {
        return alert.getId() + "-" + alert.getVersion() + "-" + alert.getState() + "-" + alert.getSeverity();
    }

    static JsonNode of(Alert alert, WebhookTarget.Shape shape) {
        return switch (shape) {
            case JSON -> NODES.objectNode().put("id", id(alert)).set("alert", new RecordJson().write(alert));
            case SLACK -> slack(alert);
            case ALERTMANAGER -> alertmanager(alert);
        };
    }

    private static ObjectNode slack(Alert alert) {
        StringBuilder text = new StringBuilder("*" + alert.getSeverity() + "* "
                + (alert.getState() == AlertState.OPEN
                        ? ""
                        : "(" + alert.getState().name().toLowerCase(java.util.Locale.ROOT) + ") ")
                + escaped(alert.getMessage()));
        for (AlertEvidence evidence : alert.getEvidence()) {
            text.append("\n> ")
                    .append(escaped(evidence.getSentence().replace('\n', ' ')))
                    .append("  _")
                    .append(escaped(String.join(", ", evidence.getFamilies())))
                    .append('_');
        }
        return NODES.objectNode().put("text", text.toString());
    }

    /** Slack's own rule: these three, nothing else. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ArrayNode alertmanager(Alert alert) {
        ArrayNode alerts = NODES.arrayNode();
        ObjectNode one = alerts.addObject();
        ObjectNode labels = one.putObject("labels");
        labels.put("alertname", "Entente" + alert.getKind());
        labels.put("pair", alert.getPair());
        alert.getSource().ifPresent(source -> labels.put("source", source));
        alert.getTarget().ifPresent(target -> labels.put("target", target));
        labels.put("severity", alert.getSeverity().name().toLowerCase(java.util.Locale.ROOT));
        labels.put("alert_id", alert.getId());
        one.putObject("annotations").put("summary", alert.getMessage()).put("id", id(alert));
        one.put("startsAt", alert.getOpenedAt().toString());
        alert.getResolvedAt().ifPresent(end -> one.put("endsAt", end.toString()));
        return alerts;
    }
}
