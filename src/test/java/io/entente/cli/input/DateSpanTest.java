package io.entente.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateSpanTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    private final DateSpan span = new DateSpan();

    @Test
    void nothingAndSomeYearsAreAllRight() {
        assertThat(span.warning()).isEmpty();
        span.add("a:1", NOON);
        span.add("a:2", NOON.minus(Duration.ofDays(365 * 10)));
        assertThat(span.warning()).isEmpty();
    }

    @Test
    void decadesAreReportedWithTheirPlaces() {
        span.add("a:1", NOON);
        span.add("a:2", Instant.EPOCH);
        span.add("a:3", NOON.minusSeconds(1));
        assertThat(span.warning()).hasValueSatisfying(warning -> assertThat(warning)
                .contains("decades", "1970-01-01T00:00:00Z (a:2)", "2024-03-01T12:00:00Z (a:1)"));
    }

    @Test
    void theFutureIsReported() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(3));
        span.add("a:1", NOON);
        span.add("a:2", tomorrow);
        assertThat(span.warning()).hasValueSatisfying(warning -> assertThat(warning)
                .contains("in the future", tomorrow.toString(), "a:2"));
    }
}
