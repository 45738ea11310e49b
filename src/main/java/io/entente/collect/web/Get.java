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
 * @param api whether it is a call of an interface for programs: robots.txt is for crawlers
 */
public record Get(URI url, String accept, @Nullable String etag, @Nullable String lastModified, boolean api) {
    /** Whatever version there is. */
    public static Get of(URI url, String accept) {
        return new Get(url, accept, null, null, false);
    }

    /** A call of an interface for programs. */
    public static Get ofApi(URI url, String accept) {
        return new Get(url, accept, null, null, true);
    }

    Get at(URI other) {
        return new Get(other, accept, etag, lastModified, api);
    }
}
