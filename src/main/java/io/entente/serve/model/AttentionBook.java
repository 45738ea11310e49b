package io.entente.serve.model;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Attention;
import io.entente.avro.AttentionAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What users asked to see less of, by the keys of the topic {@code attention}. Safe for use by several threads. */
public final class AttentionBook {
    private final Map<String, Attention> wishes = new ConcurrentHashMap<>();

    AttentionBook() {}

    /** Key of the mute of a pair, of a kind or of both; null stands for every one. */
    public static String muteKey(@Nullable String pair, @Nullable AlertKind kind) {
        return "mute" + (pair == null ? "" : "|" + pair) + (kind == null ? "" : "|" + kind);
    }

    /** Key of the acknowledgement of an alert. */
    public static String acknowledgementKey(Alert alert) {
        return "acknowledge|" + alert.getPair() + "|" + alert.getId();
    }

    void put(String key, @Nullable Attention wish) {
        if (wish == null) {
            wishes.remove(key);
        } else {
            wishes.put(key, wish);
        }
    }

    /** The mutes that hold at {@code now}, those that end first before others. */
    public List<Attention> mutes(Instant now) {
        return wishes.values().stream()
                .filter(wish -> wish.getAction() == AttentionAction.MUTE && holds(wish, now))
                .sorted(Comparator.comparing((Attention wish) -> wish.getUntil().orElse(Instant.MAX))
                        .thenComparing(wish -> wish.getPair().orElse("") + wish.getKind()))
                .toList();
    }

    /** What mutes {@code alert} at {@code now}, if anything. */
    public Optional<Attention> mute(Alert alert, Instant now) {
        return List.of(
                        muteKey(alert.getPair(), null),
                        muteKey(null, alert.getKind()),
                        muteKey(alert.getPair(), alert.getKind()))
                .stream()
                .map(wishes::get)
                .filter(wish -> wish != null && holds(wish, now))
                .findFirst();
    }

    /** The acknowledgement of {@code alert}, unless it has become more severe since. */
    public Optional<Attention> acknowledgement(Alert alert) {
        return Optional.ofNullable(wishes.get(acknowledgementKey(alert))).filter(wish -> wish.getSeverity()
                .map(severity -> severity.compareTo(alert.getSeverity()) >= 0)
                .orElse(true));
    }

    private static boolean holds(Attention wish, Instant now) {
        return wish.getUntil().map(now::isBefore).orElse(true);
    }
}
