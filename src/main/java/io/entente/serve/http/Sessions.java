package io.entente.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed-in browsers. A session is {@code <expiry>.<nonce>.<signature>}, signed with a key made from the token, so that every instance accepts it and a new
 * token ends all of them. It ends by itself after {@link #LIFETIME}, and in this instance when its browser signs out.
 */
public final class Sessions {
    public static final Duration LIFETIME = Duration.ofHours(12);
    private static final int NONCE_BYTES = 16;
    private static final int MAX_LENGTH = 200;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** Those that signed out, by the time at which they would have ended. */
    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    public Sessions(String token, InstantSource clock) {
        this.key = new SecretKeySpec(("entente session " + token).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** A new session. */
    public String begin() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String claim = clock.instant().plus(LIFETIME).getEpochSecond() + "."
                + HexFormat.of().formatHex(nonce);
        return claim + '.' + sign(claim);
    }

    /** Whether this is a session that has not ended. */
    public boolean isOpen(String session) {
        Instant expiry = expiry(session);
        return expiry != null && clock.instant().isBefore(expiry) && !ended.containsKey(session);
    }

    /** Ends a session; anything else is ignored. */
    public void end(String session) {
        long now = clock.instant().getEpochSecond();
        ended.values().removeIf(expiry -> expiry < now);
        if (isOpen(session)) {
            ended.put(session, Objects.requireNonNull(expiry(session)).getEpochSecond());
        }
    }

    private @Nullable Instant expiry(String session) {
        int end = session.lastIndexOf('.');
        int first = session.indexOf('.');
        if (session.length() > MAX_LENGTH || first < 1 || end == first) {
            return null;
        }
        byte[] given = session.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, sign(session.substring(0, end)).getBytes(StandardCharsets.UTF_8))) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(session.substring(0, first))); // signed, so it is a number
    }

    private String sign(String claim) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
