package io.entente.serve.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a list that is sorted from late to early: after the row with this time and key. It stays valid while rows come and go.
 *
 * @param time epoch milliseconds
 * @param key the row's key
 */
public record Cursor(long time, String key) {
    private static final int MAX = 400;

    /** Reads {@link #toString}'s form; IllegalArgumentException if it is none. */
    public static Cursor parse(String text) {
        if (text.length() > MAX) {
            throw new IllegalArgumentException("too long for a cursor");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length <= Long.BYTES) {
            throw new IllegalArgumentException("too short for a cursor");
        }
        return new Cursor(DiskKeys.number(bytes, 0), DiskKeys.text(bytes, Long.BYTES));
    }

    /** Opaque text for a link. */
    @Override
    public String toString() {
        byte[] bytes = DiskKeys.join(DiskKeys.bytes(time), key.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
