package io.entente.serve.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON object. Its media type must say so: a form of a foreign web page cannot send that without the browser asking first, and no
 * foreign page is let in.
 */
public final class JsonBody {
    private static final int MAX_NESTING = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    public static ObjectNode read(Context context) {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase(Replies.JSON)) {
            throw new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send a JSON object as Content-Type: application/json");
        }
        byte[] bytes = context.bodyAsBytes();
        try {
            JsonNode body = MAPPER.readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Problem.badRequest("the body is not valid JSON");
        }
        throw Problem.badRequest("the body must be a JSON object");
    }

    /** A text field; null if it is absent. */
    public static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Problem.badRequest("'" + name + "' must be a string");
        }
        return value.textValue();
    }
}
