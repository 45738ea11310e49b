package io.entente.serve.http;

import io.entente.serve.http.Replies.Reply;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was just answered: while the read model stays as it is, the same question is not worked out again. Many pages ask the same after every message of the live stream. An
 * answer is kept for a second, for some depend on the clock (a mute that runs out). Bounded; safe for use by several threads.
 */
public final class ResponseCache {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final long MAX_BYTES = 16L << 20;

    private final LongSupplier version;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Kept(long version, Instant until, Reply reply) {}

    /** @param version of what answers are made of: a greater number after every change */
    public ResponseCache(LongSupplier version, Clock clock) {
        this.version = version;
        this.clock = clock;
    }

    /** The handler, asked only where its answer is not known. */
    public Handler of(Handler handler) {
        return context -> {
            String question = context.path() + "?" + context.queryString();
            // Before the answer is worked out: a change meanwhile makes it old.
            long now = version.getAsLong();
            Reply known = find(question, now);
            if (known != null) {
                Replies.send(context, known);
                return;
            }
            handler.handle(context);
            Reply made = Replies.of(context);
            // A download has headers of its own.
            if (made != null && made.type().equals(Replies.JSON)) {
                keep(question, new Kept(now, clock.instant().plus(KEPT), made));
            }
        };
    }

    private synchronized @Nullable Reply find(String question, long now) {
        Kept found = kept.get(question);
        return found != null && found.version() == now && clock.instant().isBefore(found.until())
                ? found.reply()
                : null;
    }

    private synchronized void keep(String question, Kept made) {
        forget(kept.put(question, made));
        bytes += made.reply().body().length;
        var eldest = kept.values().iterator();
        while (bytes > MAX_BYTES && eldest.hasNext()) {
            forget(eldest.next());
            eldest.remove();
        }
    }

    private void forget(@Nullable Kept old) {
        if (old != null) {
            bytes -= old.reply().body().length;
        }
    }
}
