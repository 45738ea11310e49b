package io.entente.collect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse("120", NOW)).isEqualTo(NOW.plusSeconds(120));
        assertThat(RetryAfter.parse(" Mon, 02 Mar 2026 01:00:00 GMT", NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void isBoundedByADayAndIgnoresWhatItCannotRead() {
        assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(RetryAfter.parse("soon", NOW)).isNull();
        assertThat(RetryAfter.parse("-5", NOW)).isNull();
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}
