package io.entente.collect;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a source between polls, and over restarts.
 *
 * @param url where it is now
 * @param etag of the version that was read last; null if its server gives none
 * @param lastModified of that version, as its server says; null if it does not
 * @param nextPoll when it is due; null before the first poll
 * @param failures polls in a row that failed
 * @param lastSuccess when it could last be read; null if never
 * @param lastError why it could not be read the last time that it could not; null if it always could
 * @param lastErrorAt when that was
 * @param articles taken from it so far
 */
record SourceState(
        URI url,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant nextPoll,
        int failures,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        long articles) {

    static SourceState of(Source source) {
        return new SourceState(source.url(), null, null, null, 0, null, null, null, 0);
    }

    /** After a poll at {@code now} that gave {@code more} articles. */
    SourceState succeeded(Instant now, int more) {
        return new SourceState(url, etag, lastModified, nextPoll, 0, now, lastError, lastErrorAt, articles + more);
    }

    SourceState failed(Instant now, String why) {
        return new SourceState(url, etag, lastModified, nextPoll, failures + 1, lastSuccess, why, now, articles);
    }

    SourceState due(Instant next) {
        return new SourceState(url, etag, lastModified, next, failures, lastSuccess, lastError, lastErrorAt, articles);
    }

    /** Found at {@code newUrl}, in the version that these validators identify. */
    SourceState read(URI newUrl, @Nullable String newEtag, @Nullable String newLastModified) {
        return new SourceState(
                newUrl, newEtag, newLastModified, nextPoll, failures, lastSuccess, lastError, lastErrorAt, articles);
    }
}
