package io.entente.collect.web;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param url where it was found, after all redirects
 * @param moved whether all redirects were for good, so that the next request should go there
 * @param status of HTTP; 0 where there was no answer
 * @param headers by lower-case name
 * @param body uncompressed
 * @param retryAt before when the server does not want to be asked again; null if it does not say
 * @param failure why there is no answer; null if there is one
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies
public record Reply(
        URI url,
        boolean moved,
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Instant retryAt,
        @Nullable String failure) {
    private static final int HEAD = 1 << 14;

    static Reply failed(URI url, String why) {
        return new Reply(url, false, 0, Map.of(), new byte[0], null, why);
    }

    /** The same with the beginning of the body alone, for who is done with the rest. */
    public Reply head() {
        byte[] beginning = Arrays.copyOf(body, Math.min(body.length, HEAD));
        return new Reply(url, moved, status, headers, beginning, retryAt, failure);
    }

    /** The first value of the header {@code name}, which is in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether there is a body to read. */
    public boolean ok() {
        return status == 200;
    }

    /** Why there is nothing to read, for people. */
    public String problem() {
        return failure == null ? "HTTP " + status : failure;
    }
}
