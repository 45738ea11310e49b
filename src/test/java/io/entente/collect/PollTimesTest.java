package io.entente.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.collect.web.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final PollTimes times = new PollTimes(Duration.ofMinutes(15), new Random(7));

    private static Reply reply(int status, String body, Map<String, String> headers) {
        return new Reply(URI.create("https://a.example/"), false, status, headers, NewsWeb.utf8(body), null, null);
    }

    private Duration afterSuccess(String body, Map<String, String> headers) {
        return Duration.between(NOW, times.afterSuccess(reply(200, body, headers), NOW));
    }

    private static void about(Duration actual, Duration expected) {
        assertThat(actual.toSeconds())
                .isBetween((long) (expected.toSeconds() * 0.9), (long) (expected.toSeconds() * 1.1));
    }

    @Test
    void takesTheLongestIntervalThatIsAskedForWithinSixHours() {
        about(afterSuccess("<rss>", Map.of()), Duration.ofMinutes(15));
        about(afterSuccess("<rss><ttl>5</ttl>", Map.of()), Duration.ofMinutes(15));
        about(afterSuccess("<rss><ttl>60</ttl>", Map.of()), Duration.ofHours(1));
        about(
                afterSuccess(
                        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>",
                        Map.of()),
                Duration.ofHours(2));
        about(afterSuccess("<rss>", Map.of("cache-control", "public, max-age=3600")), Duration.ofHours(1));
        about(afterSuccess("<rss><ttl>99999</ttl>", Map.of()), Duration.ofHours(6));
    }

    @Test
    void backsOffUpToADay() {
        Reply failed = reply(500, "", Map.of());
        about(Duration.between(NOW, times.afterFailure(failed, 1, NOW)), Duration.ofMinutes(15));
        about(Duration.between(NOW, times.afterFailure(failed, 3, NOW)), Duration.ofHours(1));
        about(Duration.between(NOW, times.afterFailure(failed, 99, NOW)), Duration.ofDays(1));
        about(Duration.between(NOW, times.afterFailure(reply(410, "", Map.of()), 1, NOW)), Duration.ofDays(7));
    }

    @Test
    void spreadsPolls() {
        assertThat(afterSuccess("<rss>", Map.of())).isNotEqualTo(afterSuccess("<rss>", Map.of()));
    }
}
