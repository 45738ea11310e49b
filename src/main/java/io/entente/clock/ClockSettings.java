package io.entente.clock;

import java.time.Duration;

/**
 * How event time is kept.
 *
 * @param idle after how long without a record a partition counts as idle (wall clock)
 * @param grace how much older than the watermark a record may be and still lower the feed's start
 * @param followWallClock whether the watermark of an idle partition follows the wall clock: for live feeds
 * @param wallClockLag by how much it then trails the wall clock
 * @param future how far after its append time a record may be dated
 */
public record ClockSettings(
        Duration idle, Duration grace, boolean followWallClock, Duration wallClockLag, Duration future) {

    /** Time is in the data alone. */
    public static final ClockSettings DATA = new ClockSettings(
            Duration.ofSeconds(10), Duration.ofDays(3), false, Duration.ofHours(24), Duration.ofHours(1));
}
