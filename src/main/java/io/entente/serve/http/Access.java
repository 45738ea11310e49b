package io.entente.serve.http;

import io.entente.config.SettingsException;
import io.entente.digest.Sha256;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. On the loopback address without a token: whoever is on this machine, but no foreign web page (the request must be for
 * a local name, which stops DNS rebinding). With a token: who presents it, as {@code Authorization: Bearer …}, or in the cookie that {@code POST
 * /session} gives a browser in exchange.
 */
public final class Access {
    static final String COOKIE = "entente_session";
    private static final int MIN_TOKEN = 16;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    private final Sessions sessions;
    private final Guesses guesses;

    private Access(@Nullable String token, InstantSource clock) {
        this.token = token;
        this.sessions = new Sessions(token == null ? "" : token, clock);
        this.guesses = new Guesses(clock);
    }

    /**
     * @throws SettingsException if the host is more than the loopback address and there is no token, or it is too short
     */
    public static Access of(String host, Optional<String> token) {
        return of(host, token, Clock.systemUTC());
    }

    /** As {@link #of(String, Optional)}, by another clock. */
    public static Access of(String host, Optional<String> token, InstantSource clock) {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new SettingsException("entente.http.host is " + host
                    + ", which others can reach: set entente.http.token (ENTENTE_HTTP_TOKEN) to a secret of at least "
                    + MIN_TOKEN
                    + " characters, or listen on 127.0.0.1");
        }
        if (token.isPresent() && token.get().length() < MIN_TOKEN) {
            throw new SettingsException("entente.http.token is shorter than " + MIN_TOKEN + " characters");
        }
        return new Access(token.orElse(null), clock);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new SettingsException("entente.http.host: there is no address '" + host + "'");
        }
    }

    /** Refuses who may not ask. */
    void check(Context context) {
        if (token == null) {
            checkLocal(context);
        } else if (!presents(context, token)) {
            context.header("WWW-Authenticate", "Bearer realm=\"entente\"");
            throw new Problem(HttpStatus.UNAUTHORIZED, "send the token as 'Authorization: Bearer …'");
        }
    }

    private static void checkLocal(Context context) {
        String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
        if (!LOCAL.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new Problem(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "without a token only requests for localhost are answered; behind a proxy set entente.http.token");
        }
    }

    private boolean presents(Context context, String secret) {
        String header = context.header("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return isToken(header.substring(7).trim(), secret, context);
        }
        String cookie = context.cookie(COOKIE);
        return cookie != null && sessions.isOpen(cookie);
    }

    private boolean isToken(String given, String secret, Context context) {
        String address = context.ip();
        if (guesses.exhausted(address)) {
            context.header("Retry-After", Long.toString(Guesses.PERIOD.toSeconds()));
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many wrong tokens from your address: wait " + Guesses.PERIOD.toSeconds() + " seconds");
        }
        boolean right = same(given, secret);
        if (!right) {
            guesses.wrong(address);
        }
        return right;
    }

    /** Takes as long for a wrong text as for a right one. */
    private static boolean same(String given, String secret) {
        return MessageDigest.isEqual(Sha256.of(given), Sha256.of(secret));
    }

    /** {@code POST /session}: a cookie for the browser whose request has just been let in. */
    public void open(Context context) {
        Cookie cookie = new Cookie(COOKIE, sessions.begin());
        cookie.setHttpOnly(true);
        cookie.setSecure(context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto")));
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        cookie.setMaxAge((int) Sessions.LIFETIME.toSeconds());
        if (token != null) {
            context.cookie(cookie);
        }
        context.status(HttpStatus.NO_CONTENT);
    }

    /** {@code DELETE /session}: the cookie is worth nothing any more. */
    public void close(Context context) {
        String cookie = context.cookie(COOKIE);
        if (cookie != null) {
            sessions.end(cookie);
        }
        context.removeCookie(COOKIE, "/");
        context.status(HttpStatus.NO_CONTENT);
    }
}
