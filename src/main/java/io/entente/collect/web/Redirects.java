package io.entente.collect.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers that send elsewhere. */
final class Redirects {
    private Redirects() {}

    static boolean is(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static boolean forGood(int status) {
        return status == 301 || status == 308;
    }

    /** Where {@code location} points to from {@code url}; null if that is not an address of the web. */
    static @Nullable URI target(URI url, @Nullable String location) {
        if (location == null) {
            return null;
        }
        try {
            URI target = url.resolve(location.strip());
            return isWeb(target) ? target : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether {@code url} is an address of the web with nothing hidden in it. */
    static boolean isWeb(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return http && url.getHost() != null && url.getRawUserInfo() == null;
    }
}
