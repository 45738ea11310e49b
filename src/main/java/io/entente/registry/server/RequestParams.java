package io.entente.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request asks for: parts of its path, query parameters, its body. */
final class RequestParams {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestParams() {}

    static String subject(Context context) {
        return context.pathParam("subject");
    }

    /** The subject of a request that changes something. */
    static String newSubject(Context context) {
        String subject = subject(context);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryError(
                    RegistryError.INVALID_SUBJECT,
                    "The specified subject '" + subject.replaceAll("\\p{Cntrl}", "?") + "' is not a valid subject.");
        }
        return subject;
    }

    static int id(Context context) {
        return number(context.pathParam("id"));
    }

    /** From 1, or -1 for the latest. */
    static int version(Context context) {
        String version = context.pathParam("version");
        if (version.equals("latest") || version.equals("-1")) {
            return -1;
        }
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new RegistryError(
                RegistryError.INVALID_VERSION,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static SchemaRequest schema(Context context) {
        return SchemaRequest.read(body(context), flag(context, "normalize"));
    }

    static JsonNode body(Context context) {
        try {
            return Optional.ofNullable(JSON.readTree(context.body()))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> new RegistryError(400, "the body is not a JSON object"));
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Every subject where there is none, or where all contexts are wanted. */
    static String prefix(Context context) {
        String prefix = context.queryParam("subjectPrefix");
        return prefix == null || prefix.equals(":*:") ? "" : prefix;
    }

    static Deleted deleted(Context context) {
        if (flag(context, "deletedOnly")) {
            return Deleted.ONLY;
        }
        return flag(context, "deleted") ? Deleted.YES : Deleted.NO;
    }

    static boolean flag(Context context, String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    /** The part of {@code all} between {@code offset} and {@code offset + limit}; a limit below 1 is none. */
    static <T> List<T> page(Context context, Stream<T> all) {
        int offset = number(context.queryParam("offset"), 0);
        int limit = number(context.queryParam("limit"), 0);
        Stream<T> rest = all.skip(Math.max(0, offset));
        return (limit > 0 ? rest.limit(limit) : rest).toList();
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null || text.isEmpty() ? otherwise : number(text);
    }

    /** As in the genuine registry, nothing is found under what is not a number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RegistryError(404, "HTTP 404 Not Found: '" + text + "' is not a number");
        }
    }
}
