package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.digest.Sha256;
import io.entente.json.RecordJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An alert in the words of a receiver, and the key by which it recognises a repetition. The article's text is untrusted and is escaped. */
final class WebhookBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WebhookBody() {}

    /** The same for every attempt and every instance, and another for whatever is worded otherwise. */
    static String id(Alert alert) {
        return alert.getId() + "-" + alert.getVersion() + "-" + alert.getState() + "-" + alert.getSeverity()
                + (alert.getProvisional() ? "-PROVISIONAL-" : "-")
                + Sha256.hex(new RecordJson().write(alert).toString(), 6);
    }

    /** @param now for shapes whose alerts lapse unless they are repeated */
    static JsonNode of(Alert alert, WebhookTarget target, Instant now) {
        return switch (target.shape()) {
            case JSON -> NODES.objectNode().put("id", id(alert)).set("alert", new RecordJson().write(alert));
            case SLACK -> slack(alert);
            case TEAMS -> TeamsCard.of(alert);
            case ALERTMANAGER -> AlertmanagerBody.of(List.of(alert), now);
            case PAGERDUTY -> PagerDutyEvent.of(alert, Objects.requireNonNull(target.routingKey()));
            case EMAIL -> throw new IllegalArgumentException("an e-mail is not a web request");
        };
    }

    private static ObjectNode slack(Alert alert) {
        StringBuilder text = new StringBuilder("*" + alert.getSeverity() + "*"
                + MessageText.level(alert).substring(alert.getSeverity().name().length()) + " "
                + escaped(MessageText.message(alert)));
        for (MessageText.Quote quote : MessageText.quotes(alert)) {
            text.append("\n> ").append(escaped(quote.sentence())).append("  _");
            text.append(escaped(quote.families())).append('_');
        }
        return NODES.objectNode().put("text", text.toString());
    }

    /** Slack's own rule: these three, nothing else. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
