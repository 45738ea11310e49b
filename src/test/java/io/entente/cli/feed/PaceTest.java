package io.entente.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    private Duration slept = Duration.ZERO;

    private Pace pace(double daysPerSecond) {
        return new Pace(daysPerSecond, time -> slept = slept.plus(time));
    }

    @Test
    void aDayLastsAsLongAsItIsTold() throws InterruptedException {
        Pace pace = pace(2);
        assertThat(pace.await(START, () -> true)).isTrue();
        assertThat(slept).isEqualTo(Duration.ZERO);
        pace.await(START.plus(Duration.ofDays(1)), () -> true);
        assertThat(slept).isEqualTo(Duration.ofMillis(500));
        pace.await(START.plus(Duration.ofHours(36)), () -> true);
        assertThat(slept).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void whatComesLateComesAtOnceAndDoesNotMoveTheClock() throws InterruptedException {
        Pace pace = pace(1);
        pace.await(START.plus(Duration.ofDays(2)), () -> true);
        pace.await(START, () -> true);
        assertThat(slept).isEqualTo(Duration.ZERO);
        pace.await(START.plus(Duration.ofDays(3)), () -> true);
        assertThat(slept).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aGapIsCutShort() throws InterruptedException {
        Pace pace = pace(1);
        pace.await(START, () -> true);
        pace.await(START.plus(Duration.ofDays(300)), () -> true);
        assertThat(slept).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void withoutAPaceNothingWaits() throws InterruptedException {
        Pace pace = pace(Double.POSITIVE_INFINITY);
        pace.await(START, () -> true);
        pace.await(START.plus(Duration.ofDays(300)), () -> true);
        assertThat(slept).isEqualTo(Duration.ZERO);
    }

    @Test
    void anEndThatIsAskedForEndsTheWait() throws InterruptedException {
        Pace pace = pace(0.1);
        pace.await(START, () -> true);
        AtomicInteger asked = new AtomicInteger();
        assertThat(pace.await(START.plus(Duration.ofDays(1)), () -> asked.incrementAndGet() < 4))
                .isFalse();
        assertThat(slept).isEqualTo(Duration.ofMillis(300));
    }
}
