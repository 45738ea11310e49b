package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.digest.Sha256;
import java.time.Instant;

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
        return Sha256.hex(String.join("\n", parts), bytes);
    }
}
