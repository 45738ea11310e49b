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

    private boolean accept(Tick tick) {
        return clock.accept(tick, DAY);
    }

    private static Tick idle(int partition, int partitions, int hour) {
        return new Tick(partition, partitions, hour(hour), hour(1), true);
    }

    private static Tick busy(int partition, int partitions, int hour) {
        return new Tick(partition, partitions, hour(hour), hour(1), false);
    }

    private static Tick resumed(int partition, int partitions, int hour) {
        return new Tick(partition, partitions, hour(hour), hour(hour), hour(1), false, true, 0, 0);
    }

    @Test
    void isSilentUntilEachPartitionHasTicked() {
        assertThat(accept(new Tick(0, 2, hour(5), hour(1), false))).isFalse();
        assertThat(clock.watermark()).isNull();

        assertThat(accept(new Tick(1, 2, hour(3), hour(2), false))).isTrue();
        assertThat(clock.watermark()).isEqualTo(hour(3));
        assertThat(clock.feedStart()).isEqualTo(hour(1));
    }

    @Test
    void leavesOutIdlePartitionsUnlessAllAre() {
        accept(new Tick(0, 2, hour(5), hour(1), false));
        accept(new Tick(1, 2, hour(3), hour(1), true));
        assertThat(clock.watermark()).isEqualTo(hour(5));

        accept(new Tick(0, 2, hour(6), hour(1), true));
        assertThat(clock.watermark()).isEqualTo(hour(6));
    }

    @Test
    void neverGoesBack() {
        accept(new Tick(0, 2, hour(5), hour(1), false));
        accept(new Tick(1, 2, hour(3), hour(1), true));
        accept(new Tick(1, 2, hour(3), hour(1), false));

        assertThat(clock.watermark()).isEqualTo(hour(5));
    }

    @Test
    void staysSilentWhileNoPartitionHasHadARecord() {
        assertThat(accept(new Tick(0, 1, null, null, true))).isFalse();
        assertThat(clock.watermark()).isNull();
    }

    @Test
    void saysWhetherAnythingHasChanged() {
        assertThat(accept(new Tick(0, 1, hour(5), hour(1), false))).isTrue();
        assertThat(accept(new Tick(0, 1, hour(5), hour(1), false))).isFalse();
        assertThat(accept(new Tick(0, 1, hour(5), hour(1), true))).isTrue();
        assertThat(accept(new Tick(0, 1, hour(5), hour(0), true))).isTrue();
    }

    @Test
    void whatAPartitionSaidAWhileAgoIsNoIdleness() {
        clock.accept(busy(0, 2, 3), DAY);
        clock.accept(idle(1, 2, 3), DAY);
        clock.accept(busy(0, 2, 9), DAY.plusSeconds(60));
        assertThat(clock.watermark())
                .as("partition 1 has not been heard for a minute")
                .isEqualTo(hour(3));

        clock.accept(idle(1, 2, 3), DAY.plusSeconds(61));
        assertThat(clock.watermark()).isEqualTo(hour(9));
    }

    @Test
    void whatAPartitionSaidBeforeAClockWasStartedAgainIsNoIdleness() {
        clock.accept(busy(0, 2, 3), DAY);
        clock.accept(idle(1, 2, 3), DAY.plusSeconds(1));
        clock.accept(resumed(0, 2, 9), DAY.plusSeconds(5));
        assertThat(clock.watermark()).isEqualTo(hour(3));

        clock.accept(resumed(1, 2, 4), DAY.plusSeconds(6));
        assertThat(clock.watermark()).as("it had a backlog").isEqualTo(hour(4));
    }

    @Test
    void waitsForAPartitionThatHasRecordsAndNoWatermarkYet() {
        accept(busy(0, 2, 5));
        accept(new Tick(1, 2, null, hour(2), null, false, false, 0, 0));
        assertThat(clock.watermark()).isNull();

        accept(new Tick(1, 2, null, hour(2), null, true, false, 0, 0));
        assertThat(clock.watermark()).isEqualTo(hour(5));
    }

    @Test
    void atRestGoesByTheNewestArticlesWhereNoneIsSupported() {
        accept(new Tick(0, 3, null, hour(2), null, true, false, 0, 0));
        accept(new Tick(1, 3, null, hour(70_000), null, true, false, 0, 0));
        accept(new Tick(2, 3, null, hour(3), null, true, false, 0, 0));

        assertThat(clock.watermark()).isEqualTo(hour(3));
        assertThat(clock.newest()).isEqualTo(hour(70_000));
        assertThat(clock.idle()).isTrue();
    }

    @Test
    void addsUpWhatThePartitionsCount() {
        accept(new Tick(0, 2, hour(2), hour(2), hour(1), false, false, 3, 0));
        accept(new Tick(1, 2, hour(2), hour(2), hour(1), false, false, 4, 0));

        assertThat(clock.outliers()).isEqualTo(7);
    }
}
