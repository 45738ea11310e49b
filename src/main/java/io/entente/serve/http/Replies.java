package io.entente.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.digest.Sha256;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers with an entity tag: who has it already gets 304 and no body. */
public final class Replies {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv; charset=utf-8";
    private static final String ATTRIBUTE = "reply";

    private Replies() {}

    /** A body with its media type and entity tag. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(String type, byte[] body, String tag) {}

    public static void json(Context context, JsonNode body) {
        send(context, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void send(Context context, String type, byte[] body) {
        send(context, new Reply(type, body, tag(body)));
    }

    public static void send(Context context, Reply reply) {
        context.attribute(ATTRIBUTE, reply);
        context.header("ETag", reply.tag());
        context.header("Cache-Control", "private, no-cache");
        context.header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (known(context.header("If-None-Match"), reply.tag())) {
            context.status(304);
        } else {
            context.contentType(reply.type()).result(reply.body());
        }
    }

    /** What was sent in answer to this request; null if it is something else. */
    static @Nullable Reply of(Context context) {
        return context.attribute(ATTRIBUTE);
    }

    /** Weak, because the compressed body differs. */
    private static String tag(byte[] body) {
        return "W/\"" + Sha256.hex(body, 12) + "\"";
    }

    private static boolean known(@Nullable String header, String tag) {
        String bare = tag.substring(2);
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::trim)
                        .anyMatch(given -> given.equals("*") || given.equals(tag) || given.equals(bare));
    }
}
