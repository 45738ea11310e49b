package io.entente.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionClockTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private boolean readToTheEnd = true;
    private final LogEnd end = (partition, since) -> readToTheEnd;
    private int articles;
    private final MemoryTables tables = new MemoryTables();
    private final PartitionClock clock = clock(ClockSettings.DATA);

    private PartitionClock clock(ClockSettings settings) {
        return new PartitionClock(1, 4, settings, end, tables, START);
    }

    /** A clock that has had three articles and its first tick. */
    private PartitionClock started() {
        assertThat(accept(clock, NOON, 0)).isEmpty();
        assertThat(accept(clock, NOON, 0)).isEmpty();
        assertThat(accept(clock, NOON, 0)).hasValue(new Tick(1, 4, NOON, NOON, NOON, false, true, 0, 0));
        return clock;
    }

    private Optional<Tick> accept(PartitionClock on, Instant eventTime, long seconds) {
        return on.accept(new ArticleDate("a" + articles++, "Desk", eventTime), after(seconds));
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void ticksAtOnceWhenTheWatermarkEntersAnotherHour() {
        started();

        assertThat(accept(clock, NOON.plusSeconds(60), 0)).isEmpty();
        assertThat(accept(clock, NOON.plusSeconds(3600), 0))
                .hasValue(new Tick(1, 4, NOON.plusSeconds(3600), NOON, false));
    }

    @Test
    void theFirstTickAfterARestartIsNotThatOfARecord() {
        started();
        PartitionClock restarted = clock(ClockSettings.DATA);

        assertThat(accept(restarted, NOON.plusSeconds(7200), 0)).isEmpty();
        assertThat(restarted.poll(after(1))).map(Tick::watermark).hasValue(NOON.plusSeconds(7200));
    }

    @Test
    void norIsTheFirstTickAfterItWasIdle() {
        started();
        clock.poll(after(11));

        assertThat(accept(clock, NOON.plusSeconds(7200), 12)).isEmpty();
        assertThat(clock.poll(after(12))).hasValue(new Tick(1, 4, NOON.plusSeconds(7200), NOON, false));
        assertThat(accept(clock, NOON.plusSeconds(10800), 12)).isPresent();
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
        accept(clock, NOON.plusSeconds(60), 0);

        assertThat(clock.poll(after(0))).isEmpty();
        assertThat(clock.poll(after(1))).map(Tick::watermark).hasValue(NOON.plusSeconds(60));
        assertThat(clock.poll(after(2))).isEmpty();
        assertThat(clock.poll(after(11))).map(Tick::idle).hasValue(true);
        assertThat(clock.poll(after(20))).isEmpty();
        assertThat(clock.poll(after(21))).isPresent();
    }

    @Test
    void ticksAfterALateRecordToo() {
        started();
        clock.poll(after(1));
        accept(clock, NOON.minusSeconds(60), 2);

        assertThat(clock.poll(after(2))).isPresent();
        assertThat(clock.poll(after(3))).isEmpty();
    }

    @Test
    void neverGoesBack() {
        started();
        accept(clock, NOON.minus(Duration.ofHours(5)), 0);

        assertThat(clock.watermark()).isEqualTo(NOON);
    }

    @Test
    void feedStartIsLoweredByRecordsWithinTheGraceOnly() {
        started();
        accept(clock, NOON.minus(Duration.ofDays(2)), 0);
        accept(clock, NOON.minus(Duration.ofDays(4)), 0);

        assertThat(clock.poll(after(1))).map(Tick::feedStart).hasValue(NOON.minus(Duration.ofDays(2)));
    }

    @Test
    void aPartitionWithoutRecordsSaysSoOnceItIsIdle() {
        assertThat(clock.poll(after(9))).isEmpty();
        assertThat(clock.poll(after(10))).hasValue(new Tick(1, 4, null, null, null, true, true, 0, 0));
    }

    @Test
    void aPartitionWithUnreadRecordsIsNotIdle() {
        started();
        readToTheEnd = false;
        assertThat(clock.poll(after(60))).map(Tick::idle).hasValue(false);

        readToTheEnd = true;
        assertThat(clock.poll(after(61))).map(Tick::idle).hasValue(true);
    }

    @Test
    void oneArticleTicksWithoutAWatermark() {
        accept(clock, NOON, 0);

        assertThat(clock.poll(after(1))).hasValue(new Tick(1, 4, null, NOON, null, false, true, 0, 0));
        assertThat(clock.poll(after(20))).hasValue(new Tick(1, 4, null, NOON, null, true, false, 0, 0));
    }

    @Test
    void goesOnFromItsStateAfterARestart() {
        started();

        assertThat(clock(ClockSettings.DATA).watermark()).isEqualTo(NOON);
    }

    @Test
    void followsTheWallClockAtADistanceWhileIdleIfTold() {
        PartitionClock live = clock(new ClockSettings(
                Duration.ofSeconds(10), Duration.ofDays(3), true, Duration.ofHours(24), Duration.ofHours(1)));
        accept(live, NOON, 0);
        accept(live, NOON, 0);
        accept(live, NOON, 0);

        assertThat(live.poll(after(0))).isEmpty();
        assertThat(live.poll(after(11))).map(Tick::watermark).hasValue(after(11).minus(Duration.ofHours(24)));
        assertThat(live.watermark()).isEqualTo(NOON);
    }
}
