package io.entente.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link SourceState} as JSON. */
final class StateJson {
    private final ObjectMapper mapper = new ObjectMapper();

    byte[] write(SourceState state) {
        ObjectNode node = mapper.createObjectNode();
        node.put("url", state.url().toString());
        node.put("etag", state.etag());
        node.put("lastModified", state.lastModified());
        put(node, "nextPoll", state.nextPoll());
        node.put("failures", state.failures());
        put(node, "lastSuccess", state.lastSuccess());
        node.put("lastError", state.lastError());
        put(node, "lastErrorAt", state.lastErrorAt());
        node.put("articles", state.articles());
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts and numbers can be written
        }
    }

    private static void put(ObjectNode node, String field, @Nullable Instant time) {
        node.put(field, time == null ? null : time.toString());
    }

    SourceState read(byte[] json) {
        try {
            JsonNode node = mapper.readTree(json);
            return new SourceState(
                    URI.create(node.path("url").asText()),
                    text(node, "etag"),
                    text(node, "lastModified"),
                    time(node, "nextPoll"),
                    node.path("failures").asInt(),
                    time(node, "lastSuccess"),
                    text(node, "lastError"),
                    time(node, "lastErrorAt"),
                    node.path("articles").asLong());
        } catch (IOException e) {
            throw new IllegalStateException("the state of a source cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Instant.parse(text);
    }
}
