package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.clock.Tick;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class FeedAlertsTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** What a feed of {@code days} days raises that {@code partitions} partitions tell of. */
    private static List<Alert> alerts(int partitions, int days, IntUnaryOperator articles) {
        List<Alert> alerts = new ArrayList<>();
        Output out = new Output() {
            @Override
            public void alert(String key, Alert alert) {
                alerts.add(alert);
            }

            @Override
            public void article(String articleId, Instant publishedAt, boolean leads) {
                throw new AssertionError("the feed's alerts tell of no articles");
            }
        };
        FeedAlerts feed = new FeedAlerts(AlertPolicies.builtIn(), new MemoryTables());
        for (int day = 0; day < days; day++) {
            Instant noon = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            for (int article = 0; article < articles.applyAsInt(day); article++) {
                for (int partition = 0; partition < partitions; partition++) {
                    feed.article("a" + day + '-' + article, noon, true, out);
                }
            }
            for (int partition = 0; partition < partitions; partition++) {
                feed.tick(new Tick(partition, partitions, noon, START, false), out);
            }
        }
        return alerts;
    }

    private static int steady(int day) {
        return 40 + day * 7 % 11;
    }

    @Test
    void aSteadyFeedRaisesNothing() {
        assertThat(alerts(1, 80, FeedAlertsTest::steady)).isEmpty();
    }

    /** The feed starts on a Monday. */
    private static int quietAtWeekends(int day) {
        return day % 7 < 5 ? 60 + day * 7 % 11 : 15 + day * 5 % 4;
    }

    @Test
    void weekendsAreNoDropsAndMondaysNoSurges() {
        assertThat(alerts(1, 120, FeedAlertsTest::quietAtWeekends)).isEmpty();
    }

    @Test
    void anOutageInAFeedWithQuietWeekendsIsADrop() {
        List<Alert> alerts = alerts(1, 120, day -> day == 72 || day == 73 ? 0 : quietAtWeekends(day));

        assertThat(alerts).extracting(Alert::getKind).containsOnly(AlertKind.FEED_DROP);
        assertThat(alerts.get(0).getOpenedAt()).isEqualTo(START.plus(Duration.ofDays(72)));
        assertThat(alerts).last().extracting(Alert::getState).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void aSurgeIsRaisedAtOnceAndResolved() {
        List<Alert> alerts = alerts(1, 80, day -> day == 50 ? 400 : steady(day));

        assertThat(alerts).extracting(Alert::getKind).containsOnly(AlertKind.FEED_SURGE);
        assertThat(alerts.get(0).getProvisional()).isTrue();
        assertThat(alerts.get(0).getPair()).isEqualTo("*");
        assertThat(alerts).last().extracting(Alert::getState).isEqualTo(AlertState.RESOLVED);
        assertThat(alerts).extracting(Alert::getId).containsOnly(alerts.get(0).getId());
    }

    @Test
    void aDropIsRaisedWhenItsDayHasClosed() {
        List<Alert> alerts = alerts(1, 80, day -> day == 50 ? 2 : steady(day));

        assertThat(alerts).extracting(Alert::getKind).containsOnly(AlertKind.FEED_DROP);
        assertThat(alerts).extracting(Alert::getProvisional).containsOnly(false);
        assertThat(alerts).last().extracting(Alert::getState).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void theNumberOfPartitionsDoesNotMatter() {
        IntUnaryOperator surge = day -> day >= 50 && day < 53 ? 300 : steady(day);
        List<Alert> one = alerts(1, 80, surge);

        assertThat(one).isNotEmpty();
        assertThat(alerts(4, 80, surge)).isEqualTo(one);
        assertThat(alerts(12, 80, surge)).isEqualTo(one);
    }
}
