package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
    private long now = Long.MAX_VALUE - Duration.ofMinutes(30).toNanos(); // nanoTime may wrap

    private final Replacements replacements = new Replacements(2, Duration.ofHours(1), () -> now);

    @Test
    void runOutWithinThePeriodAndComeBackAfterIt() {
        assertThat(replacements.take()).isTrue();
        pass(Duration.ofMinutes(40));
        assertThat(replacements.take()).isTrue();
        assertThat(replacements.take()).isFalse();
        pass(Duration.ofMinutes(20));
        assertThat(replacements.take()).as("the first is an hour ago").isTrue();
        assertThat(replacements.take()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
