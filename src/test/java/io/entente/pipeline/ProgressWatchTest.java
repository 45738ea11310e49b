package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {
    private long now;
    private final ProgressWatch watch = new ProgressWatch(() -> now);

    private Duration look(double processed, double polls) {
        now += Duration.ofSeconds(5).toNanos();
        return watch.look(Map.of("thread", new ProgressWatch.Totals(processed, polls)));
    }

    @Test
    void aThreadWithNothingToDoDoesNotHang() {
        for (int i = 0; i < 100; i++) {
            assertThat(look(7, 50 * i)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void aBusyThreadDoesNotHangHoweverSeldomItPolls() {
        for (int i = 0; i < 100; i++) {
            assertThat(look(i, 1)).isZero();
        }
    }

    @Test
    void oneThatWaitsInACallHangs() {
        look(7, 50);
        look(7, 100);
        look(7, 150);
        for (int i = 1; i < 100; i++) {
            assertThat(look(7, 150)).isEqualTo(Duration.ofSeconds(5L * i));
        }
    }

    /** As when a send to a missing topic fails every minute, and is tried again. */
    @Test
    void aMomentBetweenTwoCallsIsNoProgress() {
        look(7, 0);
        double polls = 0;
        Duration stalled = Duration.ZERO;
        for (int i = 1; i <= 60; i++) {
            polls += i % 12 == 0 ? 20 : 0;
            stalled = look(7, polls);
        }
        assertThat(stalled).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void oneThreadHangsAmongOthers() {
        for (int i = 0; i < 10; i++) {
            now += Duration.ofSeconds(5).toNanos();
            watch.look(Map.of("a", new ProgressWatch.Totals(i, 50 * i), "b", new ProgressWatch.Totals(0, 0)));
        }
        assertThat(watch.look(Map.of("b", new ProgressWatch.Totals(0, 0)))).isEqualTo(Duration.ofSeconds(45));
    }
}
