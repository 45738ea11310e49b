package io.entente.article.text;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts of web addresses as articles give them, which may not be valid. */
public final class WebAddresses {
    private static final String WWW = "www.";

    private WebAddresses() {}

    /** The host of an address in lower case; empty where there is none. */
    public static Optional<String> host(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host without {@code www.}, by which an outlet can be named. */
    public static Optional<String> site(@Nullable String address) {
        return host(address).map(host -> host.startsWith(WWW) ? host.substring(WWW.length()) : host);
    }
}
