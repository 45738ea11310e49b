package io.entente.registry.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API's content types: what it accepts, and which of them an answer has. */
final class MediaTypes {
    /** Best first. */
    private static final List<String> ANSWERED = List.of(
            "application/vnd.schemaregistry.v1+json", "application/vnd.schemaregistry+json", "application/json");

    private static final String BYTES = "application/octet-stream";

    private MediaTypes() {}

    /** Settles the answer's type, and refuses a body of another. */
    static void negotiate(Context context) {
        context.contentType(answered(context.header("Accept")));
        @Nullable String given = context.contentType();
        if (given != null && context.contentLength() != 0) {
            String type = bare(given);
            if (!ANSWERED.contains(type) && !type.equals(BYTES)) {
                throw new RegistryError(415, "content type " + type + " is not served; use " + ANSWERED.get(0));
            }
        }
    }

    /** Answers in UTF-8, as JSON is by definition; the types have no charset that would say so. */
    static void write(Context context, String json) {
        context.result(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String answered(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return ANSWERED.get(0);
        }
        for (String wanted : accept.split(",")) {
            String type = bare(wanted);
            if (type.equals("*/*") || type.equals("application/*")) {
                return ANSWERED.get(0);
            }
            if (ANSWERED.contains(type)) {
                return type;
            }
        }
        throw new RegistryError(406, "none of the types wanted is served; use " + ANSWERED.get(0));
    }

    private static String bare(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }
}
