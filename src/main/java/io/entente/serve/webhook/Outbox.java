package io.entente.serve.webhook;

import io.entente.avro.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one target has been sent and is still to be sent. Messages about one alert keep their order; a message that fails holds up no other alert, unless the target
 * itself does not answer. What nobody wants to hear of for now (a mute) waits in its latest wording. Knows no clock but the caller's; not safe for several
 * threads.
 */
final class Outbox {
    private static final int FULL = 5_000;

    private final WebhookTarget target;
    private final Silence silence;
    private final Limits limits;
    /** By key of the alert: what the target knows, or was offered in vain, of one that has not ended. */
    private final Map<String, Known> known = new HashMap<>();
    /** In the order in which they came. */
    private final List<Pending> waiting = new ArrayList<>();

    /** Since the target last took or refused something. */
    private int rests;

    /** Since its last rest: a second one in a row, about another alert, is the target's fault and not the message's. */
    private boolean hasFailed;

    private Instant quietUntil = Instant.MIN;

    /**
     * What users have asked not to hear of.
     *
     * @param muted until a time
     * @param acknowledged seen by somebody, at this severity
     */
    record Silence(Predicate<Alert> muted, Predicate<Alert> acknowledged) {}

    /**
     * When a message is no longer worth sending.
     *
     * @param age of an alert by its own time when it is written, and of a message that fails; zero for no limit
     */
    record Limits(Duration age, Patience patience) {
        boolean exceeded(Instant since, Instant now) {
            return !age.isZero() && since.plus(age).isBefore(now);
        }
    }

    /**
     * An alert that has not ended.
     *
     * @param last as it was offered last
     * @param open as the target has it; null if it has refused it
     */
    private record Known(int partition, Alert last, @Nullable Alert open) {}

    /** A message that has not been taken yet. */
    static final class Pending {
        private final LogPosition position;
        private final String key;
        private final Alert alert;
        private int attempts;
        private Instant since = Instant.MAX;
        private Instant notBefore = Instant.MIN;

        private Pending(LogPosition position, String key, Alert alert) {
            this.position = position;
            this.key = key;
            this.alert = alert;
        }

        Alert alert() {
            return alert;
        }

        int attempts() {
            return attempts;
        }
    }

    /** What becomes of a new record. */
    enum Verdict {
        /** It will be sent when somebody wants to hear of it. */
        WAITS,
        /** It is not news for this target. */
        NO_NEWS,
        /** It happened too long before it was written. */
        TOO_OLD
    }

    Outbox(WebhookTarget target, Silence silence, Limits limits) {
        this.target = target;
        this.silence = silence;
        this.limits = limits;
    }

    // ---- what comes from the topic

    /** Takes note of a record that was settled before, by whoever read it then. */
    void learn(LogPosition position, String key, @Nullable Alert alert, Instant written) {
        if (alert == null || Shape.isEnd(alert)) {
            known.remove(key);
        } else if (target.wants(alert) && !isTooOld(alert, written)) {
            known.put(key, new Known(position.partition(), alert, alert));
        }
    }

    /**
     * Takes a new record.
     *
     * @param alert null where its row was removed
     * @param written when it came to the topic
     */
    Verdict add(LogPosition position, String key, @Nullable Alert alert, Instant written) {
        if (alert == null) {
            known.remove(key);
            return Verdict.NO_NEWS;
        }
        waiting.removeIf(each -> each.key.equals(key) && each.attempts == 0 && isSilenced(each.alert));
        if (!target.wants(alert) || !isNews(key, alert)) {
            return Verdict.NO_NEWS;
        }
        if (!Shape.isEnd(alert) && isTooOld(alert, written)) {
            return Verdict.TOO_OLD;
        }
        waiting.add(new Pending(position, key, alert));
        return Verdict.WAITS;
    }

    private boolean isNews(String key, Alert alert) {
        Alert last = last(key);
        if (last == null || Shape.isEnd(last)) {
            return !Shape.isEnd(alert);
        }
        return target.shape().isNews(last, alert);
    }

    /** What the target has been offered last, or will be. */
    private @Nullable Alert last(String key) {
        Known before = known.get(key);
        return waiting.stream()
                .filter(each -> each.key.equals(key))
                .map(Pending::alert)
                .reduce((first, second) -> second)
                .orElse(before == null ? null : before.last);
    }

    private boolean isTooOld(Alert alert, Instant written) {
        return limits.exceeded(alert.getUpdatedAt(), written);
    }

    /** The end of what the target holds open is always sent to it. */
    private boolean isSilenced(Alert alert) {
        return Shape.isEnd(alert)
                ? !target.shape().holdsAlerts() && silence.muted.test(alert)
                : silence.muted.test(alert) || silence.acknowledged.test(alert);
    }

    /** Forgets what has become another instance's. */
    void forget(int partition) {
        waiting.removeIf(each -> each.position.partition() == partition);
        known.values().removeIf(each -> each.partition == partition);
    }

    // ---- what goes to the target

    /**
     * What to send now, if anything: the first message that is due, of each alert its first. Once that has failed, the one that has been tried least, which says
     * whether it is the target that fails or the message.
     */
    Optional<Pending> next(Instant now) {
        if (now.isBefore(quietUntil)) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        Stream<Pending> due = waiting.stream()
                .filter(each -> seen.add(each.key) && !now.isBefore(each.notBefore) && !isSilenced(each.alert));
        return hasFailed ? due.min(Comparator.comparingInt(Pending::attempts)) : due.findFirst();
    }

    /** The target has it. */
    void taken(Pending message) {
        settle(message, message.alert);
    }

    /** The target will never have it. */
    void refused(Pending message) {
        Known before = known.get(message.key);
        settle(message, before == null ? null : before.open);
    }

    private void settle(Pending message, @Nullable Alert open) {
        rests = 0;
        hasFailed = false;
        waiting.remove(message);
        if (Shape.isEnd(message.alert)) {
            known.remove(message.key);
        } else {
            known.put(message.key, new Known(message.position.partition(), message.alert, open));
        }
    }

    /**
     * An attempt failed; it is tried again later.
     *
     * @return false if it has been tried for so long that it is given up
     */
    boolean failed(Pending message, Optional<Duration> after, Instant now) {
        message.attempts++;
        message.since = message.since.isBefore(now) ? message.since : now;
        if (limits.exceeded(message.since, now)) {
            refused(message);
            return false;
        }
        message.notBefore = now.plus(after.orElseGet(() -> limits.patience.pause(message.attempts)));
        if (hasFailed || after.isPresent()) {
            rest(after, now);
        } else {
            hasFailed = true;
        }
        return true;
    }

    /** Leaves the target alone for a while. */
    void rest(Optional<Duration> after, Instant now) {
        rests++;
        hasFailed = false;
        quietUntil = now.plus(after.orElseGet(() -> limits.patience.pause(rests)));
    }

    boolean isResting(Instant now) {
        return now.isBefore(quietUntil);
    }

    /** What the target has been sent and has not ended, unless more about it is waiting. */
    List<Alert> open() {
        Set<String> busy = new HashSet<>();
        waiting.forEach(each -> busy.add(each.key));
        List<Alert> open = new ArrayList<>();
        known.forEach((key, each) -> {
            if (each.open != null && !busy.contains(key)) {
                open.add(each.open);
            }
        });
        return open;
    }

    /** Offsets of a partition's records that wait, in order. */
    List<Long> waiting(int partition) {
        return waiting.stream()
                .filter(each -> each.position.partition() == partition)
                .map(each -> each.position.offset())
                .sorted()
                .toList();
    }

    int size() {
        return waiting.size();
    }

    /** Whether no more should be read for now. */
    boolean isFull() {
        return waiting.size() >= FULL;
    }
}
