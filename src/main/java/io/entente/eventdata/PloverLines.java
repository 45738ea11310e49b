package io.entente.eventdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PLOVER's records, a JSON object a line. */
final class PloverLines implements LineReader {
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Optional<EventRow> read(String line) throws MalformedLine {
        JsonNode node = parse(line);
        JsonNode actor = first(node, "source", "actor");
        JsonNode recipient = first(node, "target", "recipient");
        String source = code(actor);
        String target = code(recipient);
        if (source == null || target == null) {
            return Optional.empty();
        }
        String date = text(node, "publicationDate", "date", "event_date", "eventDate");
        String id = text(node, "id", "event_id", "eventId");
        String type = text(node, "event", "type", "event_type", "eventType");
        if (date == null || id == null || type == null) {
            throw new MalformedLine("it needs 'id', 'date' and 'event'; it has no '"
                    + (id == null ? "id" : date == null ? "date" : "event") + "'");
        }
        Instant published = Cells.date("'date'", date);
        String mode = text(node, "mode", "event_mode");
        String intensity = text(node, "goldstein", "intensity");
        String url = text(node, "url");
        return Optional.of(new EventRow(
                "plover/" + id,
                published,
                published,
                source,
                name(actor, source),
                target,
                name(recipient, target),
                null,
                type(type),
                mode == null ? type : type + ", " + mode,
                Cells.intensity("'intensity'", intensity == null ? "" : intensity),
                url == null ? text(node, "story", "storyId", "story_id") : url,
                url,
                text(node, "publisher", "outlet"),
                text(node, "place", "location")));
    }

    /** The type that PLOVER calls {@code written}. */
    static EventType type(String written) throws MalformedLine {
        try {
            return EventType.valueOf(written.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedLine("'" + written + "' is not one of PLOVER's event types: "
                    + List.of(EventType.values()).subList(0, EventType.values().length - 1));
        }
    }

    private JsonNode parse(String line) throws MalformedLine {
        try {
            JsonNode node = mapper.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw new MalformedLine("it is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new MalformedLine("it is not a JSON object: " + e.getOriginalMessage());
        }
    }

    /** The first of the fields that is there; the first element of a list. */
    private static JsonNode first(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                return value.isArray() ? value.path(0) : value;
            }
        }
        return node.path("");
    }

    private static @Nullable String code(JsonNode actor) {
        return actor.isTextual() ? Cells.text(actor.asText()) : text(actor, "country", "code", "entity", "actor");
    }

    private static String name(JsonNode actor, String otherwise) {
        return Cells.text(text(actor, "name", "text", "actor"), otherwise);
    }

    private static @Nullable String text(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = first(node, field);
            if (value.isValueNode() && Cells.text(value.asText()) != null) {
                return Cells.text(value.asText());
            }
        }
        return null;
    }
}
