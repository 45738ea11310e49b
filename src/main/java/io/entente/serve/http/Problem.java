package io.entente.serve.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** A request that cannot be answered: becomes an {@code application/problem+json} answer (RFC 9457) that says what is wrong and what would be right. */
public final class Problem extends RuntimeException {
    public static final String TYPE = "application/problem+json";
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public Problem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    public static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail);
    }

    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "there is no " + what + " (any more)");
    }

    /** Answers with a problem. */
    static void answer(Context context, int status, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(status).getMessage());
        body.put("status", status);
        body.put("detail", detail);
        context.status(status)
                .contentType(TYPE)
                .header("Cache-Control", "no-store")
                .result(body.toString());
    }

    void answer(Context context) {
        answer(context, status.getCode(), String.valueOf(getMessage()));
    }
}
