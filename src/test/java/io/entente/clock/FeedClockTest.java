package io.entente.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.store.MemoryTables;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedClockTest {
    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

    private final MemoryTables tables = new MemoryTables();
    private final FeedClock clock = new FeedClock(tables, FeedClock.table("clock"));

    private static Instant hour(int hour) {
        return DAY.plusSeconds(hour * 3600L);
    }

    @Test
    void isSilentUntilEachPartitionHasTicked() {
        assertThat(clock.accept(new Tick(0, 2, hour(5), hour(1), false))).isFalse();
        assertThat(clock.watermark()).isNull();

        assertThat(clock.accept(new Tick(1, 2, hour(3), hour(2), false))).isTrue();
        assertThat(clock.watermark()).isEqualTo(hour(3));
        assertThat(clock.feedStart()).isEqualTo(hour(1));
    }

    @Test
    void leavesOutIdlePartitionsUnlessAllAre() {
        clock.accept(new Tick(0, 2, hour(5), hour(1), false));
        clock.accept(new Tick(1, 2, hour(3), hour(1), true));
        assertThat(clock.watermark()).isEqualTo(hour(5));

        clock.accept(new Tick(0, 2, hour(6), hour(1), true));
        assertThat(clock.watermark()).isEqualTo(hour(6));
    }

    @Test
    void neverGoesBack() {
        clock.accept(new Tick(0, 2, hour(5), hour(1), false));
        clock.accept(new Tick(1, 2, hour(3), hour(1), true));
        clock.accept(new Tick(1, 2, hour(3), hour(1), false));

        assertThat(clock.watermark()).isEqualTo(hour(5));
    }

    @Test
    void staysSilentWhileNoPartitionHasHadARecord() {
        assertThat(clock.accept(new Tick(0, 1, null, null, true))).isFalse();
        assertThat(clock.watermark()).isNull();
    }

    @Test
    void saysWhetherAnythingHasChanged() {
        assertThat(clock.accept(new Tick(0, 1, hour(5), hour(1), false))).isTrue();
        assertThat(clock.accept(new Tick(0, 1, hour(5), hour(1), true))).isFalse();
        assertThat(clock.accept(new Tick(0, 1, hour(5), hour(0), false))).isTrue();
    }
}
