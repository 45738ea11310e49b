package io.entente.collect.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the robots.txt of each host allows (RFC 9309), asked for once a day. Safe for several threads. */
final class Robots {
    private static final Duration KEPT = Duration.ofDays(1);
    /** A server that fails, or cannot be reached, is asked again soon. */
    private static final Duration RETRIED = Duration.ofMinutes(10);

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int REDIRECTS = 5;
    private static final String TEXT = "text/plain, */*;q=0.1";

    private final Fetcher fetcher;
    private final String robot;
    private final Map<String, Rules> byOrigin = new ConcurrentHashMap<>();

    private record Rules(String host, BaseRobotRules rules, @Nullable String problem, Instant until) {}

    /** @param robot the name that robots.txt knows us by, in lower case */
    Robots(Fetcher fetcher, String robot) {
        this.fetcher = fetcher;
        this.robot = robot;
    }

    /** Why {@code url} may not be fetched, null if it may; asks its host where that is not known. */
    @Nullable
    String objection(URI url, Instant now) throws InterruptedException {
        Rules rules = rules(url, now);
        if (rules.rules().isAllowed(url.toString())) {
            return null;
        }
        return rules.problem() == null
                ? "robots.txt of " + url.getHost() + " does not allow it"
                : "robots.txt of " + url.getHost() + " cannot be read: " + rules.problem();
    }

    /** How long {@code host} wants to be left alone between two requests, at most a minute. */
    Duration delay(String host) {
        long millis = byOrigin.values().stream()
                .filter(rules -> rules.host().equals(host))
                .mapToLong(rules -> rules.rules().getCrawlDelay())
                .max()
                .orElse(0);
        return Duration.ofMillis(Math.max(0, Math.min(millis, LONGEST_DELAY.toMillis())));
    }

    private Rules rules(URI url, Instant now) throws InterruptedException {
        String origin = origin(url);
        Rules known = byOrigin.get(origin);
        if (known != null && known.until().isAfter(now)) {
            return known;
        }
        byOrigin.values().removeIf(rules -> !rules.until().isAfter(now));
        Rules rules = fetch(origin, url.getHost().toLowerCase(Locale.ROOT), now);
        byOrigin.put(origin, rules);
        return rules;
    }

    private Rules fetch(String origin, String host, Instant now) throws InterruptedException {
        URI at = URI.create(origin + "/robots.txt");
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        Fetcher.Answer answer = fetcher.get(Get.of(at, TEXT));
        for (int hop = 0; hop < REDIRECTS && Redirects.is(answer.status()); hop++) {
            URI next = Redirects.target(at, answer.headers().get("location"));
            if (next == null) {
                break;
            }
            at = next;
            answer = fetcher.get(Get.of(at, TEXT));
        }
        if (answer.status() == 200) {
            BaseRobotRules rules = parser.parseContent(origin, answer.body(), "text/plain", List.of(robot));
            return new Rules(host, rules, null, now.plus(KEPT));
        }
        // RFC 9309: where there is none (4xx) all is allowed, while the server fails nothing is.
        boolean none = answer.status() >= 300 && answer.status() < 500 && answer.status() != 429;
        String problem = answer.failure() == null ? "HTTP " + answer.status() : answer.failure();
        return new Rules(host, parser.failedFetch(none ? 404 : 503), problem, now.plus(none ? KEPT : RETRIED));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
