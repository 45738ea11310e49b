package io.entente.collect;

import io.entente.collect.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a feed is polled next: after the usual interval, or the longer one that the feed asks for; after a failure twice as long as the time before; always a
 * little earlier or later, so that polls spread.
 */
final class PollTimes {
    /** No feed is left alone for longer because it says so. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(6);

    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final Duration GONE = Duration.ofDays(7);
    private static final double JITTER = 0.1;

    private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>");
    private static final Pattern PERIOD =
            Pattern.compile("<sy:updatePeriod>\\s*(hourly|daily|weekly|monthly|yearly)\\s*</sy:updatePeriod>");
    private static final Pattern FREQUENCY =
            Pattern.compile("<sy:updateFrequency>\\s*(\\d{1,4})\\s*</sy:updateFrequency>");
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*(\\d{1,9})");
    private static final Map<String, Integer> HOURS =
            Map.of("hourly", 1, "daily", 24, "weekly", 7 * 24, "monthly", 30 * 24, "yearly", 365 * 24);

    private final Duration interval;
    private final RandomGenerator random;

    PollTimes(Duration interval, RandomGenerator random) {
        this.interval = interval;
        this.random = random;
    }

    /** After an answer that could be read, or said that nothing has changed. */
    Instant afterSuccess(Reply reply, Instant now) {
        return now.plus(jittered(longer(interval, shorter(asked(reply), LONGEST_ASKED))));
    }

    /** After the {@code failures}-th failure in a row. */
    Instant afterFailure(Reply reply, int failures, Instant now) {
        if (reply.status() == 410) {
            return now.plus(jittered(GONE));
        }
        Duration backOff = interval.multipliedBy(1L << Math.min(failures - 1, 10));
        Instant next = now.plus(jittered(shorter(backOff, LONGEST_BACK_OFF)));
        Instant retryAt = reply.retryAt();
        return retryAt == null || next.isAfter(retryAt) ? next : retryAt.plus(jittered(Duration.ofMinutes(1)));
    }

    /** The interval that the feed asks for; zero if it asks for none. */
    private static Duration asked(Reply reply) {
        String head = new String(reply.head().body(), StandardCharsets.ISO_8859_1);
        Optional<Duration> ttl = number(TTL, head).map(Duration::ofMinutes);
        Matcher period = PERIOD.matcher(head);
        Optional<Duration> update = period.find()
                ? Optional.of(Duration.ofHours(HOURS.getOrDefault(period.group(1), 1))
                        .dividedBy(Math.max(1, number(FREQUENCY, head).orElse(1L))))
                : Optional.empty();
        Optional<Duration> age = reply.header("cache-control")
                .flatMap(value -> number(MAX_AGE, value))
                .map(Duration::ofSeconds);
        return Stream.of(ttl, update, age)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Optional<Long> number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Duration jittered(Duration time) {
        double share = 1 - JITTER + random.nextDouble() * 2 * JITTER;
        return Duration.ofMillis(Math.round(time.toMillis() * share));
    }
}
