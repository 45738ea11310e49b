package io.entente.serve;

import io.entente.config.SettingsException;
import io.entente.digest.Sha256;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. On the loopback address without a token: whoever is on this machine, but no foreign web page (the request must be for
 * a local name, which stops DNS rebinding). With a token: who presents it, as {@code Authorization: Bearer …}, or in the cookie that {@code POST
 * /session} gives a browser in exchange.
 */
final class Access {
    static final String COOKIE = "entente_session";
    private static final int MIN_TOKEN = 16;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    private final String session;

    private Access(@Nullable String token) {
        this.token = token;
        this.session = token == null ? "" : sign(token);
    }

    /**
     * @throws SettingsException if the host is more than the loopback address and there is no token, or it is too short
     */
    static Access of(String host, Optional<String> token) {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new SettingsException("entente.http.host is " + host
                    + ", which others can reach: set entente.http.token (ENTENTE_HTTP_TOKEN) to a secret of at least "
                    + MIN_TOKEN
                    + " characters, or listen on 127.0.0.1");
        }
        if (token.isPresent() && token.get().length() < MIN_TOKEN) {
            throw new SettingsException("entente.http.token is shorter than " + MIN_TOKEN + " characters");
        }
        return new Access(token.orElse(null));
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
            return same(header.substring(7).trim(), secret);
        }
        String cookie = context.cookie(COOKIE);
        return cookie != null && same(cookie, session);
    }

    /** Takes as long for a wrong text as for a right one. */
    private static boolean same(String given, String secret) {
        return MessageDigest.isEqual(Sha256.of(given), Sha256.of(secret));
    }

    /** {@code POST /session}: a cookie for the browser whose request has just been let in. */
    void open(Context context) {
        Cookie cookie = new Cookie(COOKIE, session);
        cookie.setHttpOnly(true);
        cookie.setSecure(context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto")));
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        if (token != null) {
            context.cookie(cookie);
        }
        context.status(HttpStatus.NO_CONTENT);
    }

    /** {@code DELETE /session}. */
    void close(Context context) {
        context.removeCookie(COOKIE, "/");
        context.status(HttpStatus.NO_CONTENT);
    }

    /** The cookie's value: it depends on the token alone, so that every instance knows it. */
    private static String sign(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("entente session".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
