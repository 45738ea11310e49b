package io.entente.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartitionClockTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MemoryTables tables = new MemoryTables();
    private final PartitionClock clock = clock(ClockSettings.DATA);

    private PartitionClock clock(ClockSettings settings) {
        return new PartitionClock(1, 4, settings, tables, START);
    }

    /** A clock that has had a record and its first tick. */
    private PartitionClock started() {
        assertThat(clock.accept(NOON, after(0))).hasValue(new Tick(1, 4, NOON, NOON, false));
        return clock;
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void ticksAtOnceWhenTheWatermarkEntersAnotherHour() {
        started();

        assertThat(clock.accept(NOON.plusSeconds(60), after(0))).isEmpty();
        assertThat(clock.accept(NOON.plusSeconds(3600), after(0)))
                .hasValue(new Tick(1, 4, NOON.plusSeconds(3600), NOON, false));
    }

    @Test
    void theFirstTickAfterARestartIsNotThatOfARecord() {
        started();
        PartitionClock restarted = clock(ClockSettings.DATA);

        assertThat(restarted.accept(NOON.plusSeconds(7200), after(0))).isEmpty();
        assertThat(restarted.poll(after(1))).map(Tick::watermark).hasValue(NOON.plusSeconds(7200));
    }

    @Test
    void norIsTheFirstTickAfterItWasIdle() {
        started();
        clock.poll(after(11));

        assertThat(clock.accept(NOON.plusSeconds(7200), after(12))).isEmpty();
        assertThat(clock.poll(after(12))).hasValue(new Tick(1, 4, NOON.plusSeconds(7200), NOON, false));
        assertThat(clock.accept(NOON.plusSeconds(10800), after(12))).isPresent();
    }

    @Test
    void afterARestartItIsNotIdleBeforeItHasWaited() {
        started();
        assertThat(clock.poll(after(11))).map(Tick::idle).hasValue(true);

        assertThat(clock(ClockSettings.DATA).poll(after(1))).map(Tick::idle).hasValue(false);
    }

    @Test
    void ticksOnceASecondWhileAnythingChangesAndOnceInTenSecondsOtherwise() {
        started();
        clock.accept(NOON.plusSeconds(60), after(0));

        assertThat(clock.poll(after(0))).isEmpty();
        assertThat(clock.poll(after(1))).map(Tick::watermark).hasValue(NOON.plusSeconds(60));
        assertThat(clock.poll(after(2))).isEmpty();
        assertThat(clock.poll(after(11))).map(Tick::idle).hasValue(true);
        assertThat(clock.poll(after(20))).isEmpty();
        assertThat(clock.poll(after(21))).isPresent();
    }

    @Test
    void ticksBehindALateRecordToo() {
        clock.accept(NOON, after(0));
        clock.poll(after(1));
        clock.accept(NOON.minusSeconds(60), after(2));

        assertThat(clock.poll(after(2))).isPresent();
        assertThat(clock.poll(after(3))).isEmpty();
    }

    @Test
    void neverGoesBack() {
        clock.accept(NOON, after(0));
        clock.accept(NOON.minus(Duration.ofHours(5)), after(0));

        assertThat(clock.watermark()).isEqualTo(NOON);
    }

    @Test
    void feedStartIsLoweredByRecordsWithinTheGraceOnly() {
        clock.accept(NOON, after(0));
        clock.accept(NOON.minus(Duration.ofDays(2)), after(0));
        clock.accept(NOON.minus(Duration.ofDays(4)), after(0));

        assertThat(clock.poll(after(1))).map(Tick::feedStart).hasValue(NOON.minus(Duration.ofDays(2)));
    }

    @Test
    void aPartitionWithoutRecordsSaysSoOnceItIsIdle() {
        assertThat(clock.poll(after(9))).isEmpty();
        assertThat(clock.poll(after(10))).hasValue(new Tick(1, 4, null, null, true));
    }

    @Test
    void goesOnFromItsStateAfterARestart() {
        clock.accept(NOON, after(0));

        assertThat(clock(ClockSettings.DATA).watermark()).isEqualTo(NOON);
    }

    @Test
    void followsTheWallClockAtADistanceWhileIdleIfTold() {
        PartitionClock live = clock(new ClockSettings(
                Duration.ofSeconds(10), Duration.ofDays(3), true, Duration.ofHours(24), Duration.ofHours(1)));
        live.accept(NOON, after(0));

        assertThat(live.poll(after(0))).isEmpty();
        assertThat(live.poll(after(11))).map(Tick::watermark).hasValue(after(11).minus(Duration.ofHours(24)));
        assertThat(live.watermark()).isEqualTo(NOON);
    }
}
