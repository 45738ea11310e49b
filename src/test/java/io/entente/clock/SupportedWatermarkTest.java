package io.entente.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.state.ClockState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupportedWatermarkTest {
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant WRONG = Instant.parse("2031-05-05T00:00:00Z");

    private final SupportedWatermark clock = new SupportedWatermark(GRACE, null);
    private int articles;

    private void take(String outlet, Instant at) {
        clock.accept(new ArticleDate("a" + articles++, outlet, at));
    }

    private void takeOf(String outlet, double... hours) {
        for (double hour : hours) {
            take(outlet, hour(hour));
        }
    }

    private static Instant hour(double hours) {
        return START.plusMillis((long) (hours * 3_600_000));
    }

    private ClockState state() {
        return clock.state();
    }

    @Test
    void startsWithThreeArticles() {
        takeOf("Wire", 1);
        takeOf("Post", 2);
        assertThat(clock.watermark()).isNull();

        takeOf("Wire", 3);
        assertThat(clock.watermark()).isEqualTo(hour(3));
        assertThat(state().getFeedStart()).hasValue(hour(1));
    }

    @Test
    void aWrongDateAmongTheFirstIsLeftOut() {
        take("Wire", WRONG);
        takeOf("Post", 1, 2);

        assertThat(clock.watermark()).isEqualTo(hour(2));
        assertThat(state().getFeedStart()).hasValue(hour(1));
        takeOf("Post", 3);
        assertThat(state().getOutliers()).isEqualTo(1);
    }

    @Test
    void aWrongEarlyDateAmongTheFirstIsNotTheFeedsStart() {
        takeOf("Post", 1);
        take("Wire", Instant.parse("1999-01-01T00:00:00Z"));
        takeOf("Post", 2);

        assertThat(clock.watermark()).isEqualTo(hour(2));
        assertThat(state().getFeedStart()).hasValue(hour(1));
        assertThat(state().getOutliers()).isEqualTo(1);
    }

    @Test
    void aFeedOfOneArticleAWeekStartsAtItsFirst() {
        takeOf("Weekly", 0, 168, 336);

        assertThat(clock.watermark()).isEqualTo(hour(336));
        assertThat(state().getFeedStart()).hasValue(hour(0));
    }

    @Test
    void oneArticleWithinReachMovesIt() {
        takeOf("Wire", 1, 2, 3);
        takeOf("Wire", 9);

        assertThat(clock.watermark()).isEqualTo(hour(9));
    }

    @Test
    void aWrongDateMovesNothingAndIsCountedOnceOthersContradictIt() {
        takeOf("Wire", 1, 2, 3);
        take("Post", WRONG);
        assertThat(clock.watermark()).isEqualTo(hour(3));
        assertThat(state().getNewest()).hasValue(WRONG);

        takeOf("Wire", 4);
        assertThat(clock.watermark()).isEqualTo(hour(4));
        assertThat(state().getOutliers()).isEqualTo(1);
    }

    @Test
    void aGapIsPassedWhenFiveArticlesOfTwoOutletsSupportIt() {
        takeOf("Wire", 1, 2, 3);
        takeOf("Wire", 500, 501, 502);
        takeOf("Post", 503);
        assertThat(clock.watermark()).isEqualTo(hour(3));

        takeOf("Wire", 504);
        assertThat(clock.watermark()).isEqualTo(hour(504));
        assertThat(state().getOutliers()).isZero();
    }

    @Test
    void aWrongDateInTheMidstOfAGapIsLeftBehind() {
        takeOf("Wire", 1, 2, 3);
        takeOf("Wire", 500, 501);
        take("Post", WRONG);
        takeOf("Post", 502, 503);

        assertThat(clock.watermark()).isEqualTo(hour(503));
        takeOf("Post", 504);
        assertThat(state().getOutliers()).isEqualTo(1);
    }

    @Test
    void stragglersHinderNoGap() {
        takeOf("Wire", 1, 2, 3);
        takeOf("Post", 500, 2, 501, 502, 503, 504, 505);
        takeOf("Wire", 506);

        assertThat(clock.watermark()).isEqualTo(hour(506));
    }

    @Test
    void aSecondDeliveryIsNoSupport() {
        takeOf("Wire", 1, 2, 3);
        for (int i = 0; i < 50; i++) {
            clock.accept(new ArticleDate("x", i % 2 == 0 ? "Wire" : "Post", WRONG));
        }

        assertThat(clock.watermark()).isEqualTo(hour(3));
    }

    @Test
    void oneOutletAloneCannotMoveTheClockOfSeveralSoSoon() {
        takeOf("Wire", 1, 2);
        takeOf("Post", 3);
        for (int i = 0; i < 19; i++) {
            take("Archive", WRONG.plusSeconds(i));
        }
        assertThat(clock.watermark()).isEqualTo(hour(3));

        take("Archive", WRONG.plusSeconds(19));
        assertThat(clock.watermark()).as("it is all that comes").isEqualTo(WRONG.plusSeconds(19));
    }

    @Test
    void aFeedOfOneOutletPassesItsGaps() {
        takeOf("Wire", 1, 2, 3);
        takeOf("Wire", 500, 501, 502, 503, 504);

        assertThat(clock.watermark()).isEqualTo(hour(504));
    }

    @Test
    void aDenseFeedThatBecomesWeeklyFindsItsPace() {
        for (int i = 0; i < 20; i++) {
            takeOf(i % 2 == 0 ? "Wire" : "Post", i);
        }
        for (int week = 1; week <= 12; week++) {
            takeOf(week % 2 == 0 ? "Wire" : "Post", week * 168);
            if (week >= 5) {
                assertThat(clock.watermark()).as("week %d", week).isEqualTo(hour(week * 168));
            }
        }
    }

    @Test
    void theLateAreCountedAndSayNothing() {
        takeOf("Wire", 200, 201, 202);
        takeOf("Wire", 100);

        assertThat(state().getLate()).isEqualTo(1);
        assertThat(state().getFeedStart()).hasValue(hour(200));
    }

    @Test
    void twoArticlesADayKeepTheClockGoing() {
        for (int day = 0; day < 10; day++) {
            takeOf("Wire", day * 24);
            takeOf("Post", day * 24 + 0.02);
            if (day > 3) {
                assertThat(clock.watermark()).as("day %d", day).isEqualTo(hour(day * 24 + 0.02));
            }
        }
        assertThat(state().getOutliers()).isZero();
    }
}
