package io.entente.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is.
 *
 * @param name what people know it as
 * @param url its address in the list
 * @param lastSuccess when it could last be read; null if never
 * @param lastError why it could not be read the last time that it could not; null if it always could
 * @param lastErrorAt when that was; null if never
 * @param failures polls in a row that failed
 * @param articles taken from it, over restarts
 * @param nextPoll when it is due; null while it is being polled for the first time
 */
public record SourceHealth(
        String name,
        String url,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        int failures,
        long articles,
        @Nullable Instant nextPoll) {

    static SourceHealth of(Source source, SourceState state) {
        return new SourceHealth(
                source.name(),
                source.url().toString(),
                state.lastSuccess(),
                state.lastError(),
                state.lastErrorAt(),
                state.failures(),
                state.articles(),
                state.nextPoll());
    }

    /** Whether its last poll failed. */
    public boolean failing() {
        return failures > 0;
    }
}
