package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;

/**
 * An adaptive card, as Teams' workflow "when a webhook request is received" and its incoming webhooks take it. Its text runs know no Markdown, so that an article's
 * text cannot become a link.
 */
final class TeamsCard {
    private TeamsCard() {}

    static ObjectNode of(Alert alert) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode card = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putNull("contentUrl")
                .putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        card.put("fallbackText", MessageText.level(alert) + " " + MessageText.message(alert));
        ArrayNode body = card.putArray("body");
        ArrayNode head = text(body);
        run(head, MessageText.level(alert) + " ").put("weight", "Bolder").put("color", color(alert));
        run(head, MessageText.message(alert));
        for (MessageText.Quote quote : MessageText.quotes(alert)) {
            ArrayNode line = text(body);
            run(line, quote.sentence() + "  ");
            run(line, quote.families()).put("isSubtle", true).put("italic", true);
        }
        return message;
    }

    private static ArrayNode text(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ObjectNode run(ArrayNode inlines, String text) {
        return inlines.addObject().put("type", "TextRun").put("text", text);
    }

    private static String color(Alert alert) {
        if (Shape.isEnd(alert)) {
            return "Good";
        }
        return switch (alert.getSeverity()) {
            case CRITICAL -> "Attention";
            case WARNING -> "Warning";
            default -> "Accent";
        };
    }
}
