package io.entente.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Ids that depend on what they name alone. */
final class Ids {
    private static final int ALERT_BYTES = 16;
    private static final int ARTICLE_BYTES = 8;

    private Ids() {}

    /** Id of the alert that opens in a slot of a pair on a day. */
    static String alert(String pair, Slot slot, int day) {
        return hash(ALERT_BYTES, pair, slot.key(), day(day));
    }

    /** Id of the episode of a pair that begins on a day. */
    static String episode(String pair, int day) {
        return hash(ALERT_BYTES, pair, "episode", day(day));
    }

    /** 64 bits that stand for an article while its day is open. */
    static String article(String articleId) {
        return hash(ARTICLE_BYTES, articleId);
    }

    private static String day(int day) {
        Instant start = EpochDays.start(day);
        return start.toString();
    }

    private static String hash(int bytes, String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
