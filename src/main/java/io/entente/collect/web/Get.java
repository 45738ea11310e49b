package io.entente.collect.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param url its address
 * @param accept the forms that can be read, as {@code Accept} says them
 * @param etag of the version that is known; null if none is
 * @param lastModified when the version that is known was changed, as its server said; null if none is known
 */
public record Get(URI url, String accept, @Nullable String etag, @Nullable String lastModified) {
    /** Whatever version there is. */
    public static Get of(URI url, String accept) {
        return new Get(url, accept, null, null);
    }

    Get at(URI other) {
        return new Get(other, accept, etag, lastModified);
    }
}
