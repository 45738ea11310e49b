package io.entente.serve;

import io.entente.serve.http.Problem;
import io.entente.serve.http.Replies;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.function.BooleanSupplier;

/** Answers of {@code /health}, for whoever starts and restarts processes. */
final class Health {
    private Health() {}

    /** 200 where it is {@code well}; else 503, which says {@code otherwise}. */
    static Handler of(BooleanSupplier well, String otherwise) {
        return context -> {
            if (!well.getAsBoolean()) {
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, otherwise);
            }
            context.header("Cache-Control", "no-store");
            context.contentType(Replies.JSON).result("{\"status\":\"ok\"}");
        };
    }
}
