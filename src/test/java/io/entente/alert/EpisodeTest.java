package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How count alerts open, change and end. */
class EpisodeTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private final Ledger ledger = new Ledger(AlertPolicies.builtIn(), START);

    private Event accusation(int day, int number, String outlet) {
        Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(60 + 5L * number));
        return Told.article("a" + day + '-' + number, at.toString())
                .by(outlet)
                .sentiment(-0.3)
                .event("AAA", EventType.ACCUSE, "BBB");
    }

    private void day(int day, int stories) {
        for (int number = 0; number < stories; number++) {
            ledger.take(accusation(day, number, number % 2 == 0 ? "North" : "South"));
        }
        ledger.advance(START.plus(Duration.ofDays(day + 1)));
    }

    private void calm(int from, int to, int stories) {
        for (int day = from; day < to; day++) {
            day(day, stories);
        }
    }

    private Alert last() {
        return ledger.of(AlertKind.TENSION_SURGE)
                .get(ledger.of(AlertKind.TENSION_SURGE).size() - 1);
    }

    @Test
    void aBurstAtOneOrMoreADayResolvesAfterExactlyTwoClosedDaysOfSilence() {
        calm(0, 40, 2);
        day(40, 20);
        assertThat(last().getState()).isEqualTo(AlertState.OPEN);
        ledger.advance(START.plus(Duration.ofDays(42)).plus(Duration.ofHours(6)));
        assertThat(last().getState()).isEqualTo(AlertState.OPEN);
        ledger.advance(START.plus(Duration.ofDays(43)).plus(Duration.ofHours(6)));
        assertThat(last().getState()).isEqualTo(AlertState.RESOLVED);
        assertThat(last().getResolvedAt()).contains(START.plus(Duration.ofDays(43)));
    }

    @Test
    void aBurstOfASparsePairResolvesAfterExactlySeven() {
        ledger.take(accusation(3, 0, "North"));
        calm(40, 41, 6);
        assertThat(last().getState()).isEqualTo(AlertState.OPEN);
        ledger.advance(START.plus(Duration.ofDays(47)).plus(Duration.ofHours(6)));
        assertThat(last().getState()).isEqualTo(AlertState.OPEN);
        ledger.advance(START.plus(Duration.ofDays(48)).plus(Duration.ofHours(6)));
        assertThat(last().getState()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void whatStaysBecomesTheNewNormal() {
        calm(0, 40, 2);
        calm(40, 90, 20);
        assertThat(ledger.of(AlertKind.TENSION_SURGE))
                .filteredOn(alert -> alert.getState() == AlertState.RESOLVED)
                .extracting(alert -> alert.getResolution().orElse(""))
                .containsExactly(Resolution.NEW_NORMAL);
        assertThat(ledger.of(AlertKind.TENSION_SURGE).stream().map(Alert::getId).distinct())
                .hasSize(1);
    }

    @Test
    void oneOutletFamilyKeepsItOneLevelLower() {
        calm(0, 40, 1);
        for (int number = 0; number < 12; number++) {
            ledger.take(accusation(40, number, "North"));
        }
        assertThat(last().getSingleSource()).isTrue();
        assertThat(last().getMessage()).contains("single source");
        Severity alone = last().getSeverity();
        ledger.take(accusation(40, 12, "South"));
        assertThat(last().getSeverity()).isGreaterThan(alone);
        assertThat(last().getSingleSource()).isFalse();
    }

    @Test
    void volumeIsAbsorbedByTension() {
        calm(0, 40, 2);
        day(40, 20);
        ledger.advance(START.plus(Duration.ofDays(42)));
        assertThat(ledger.of(AlertKind.VOLUME_SURGE)).isEmpty();
    }

    @Test
    void eventsAfterClosingAreCountedAndChangeNothing() {
        calm(0, 40, 2);
        ledger.advance(START.plus(Duration.ofDays(41)));
        int before = ledger.all.size();
        for (int number = 0; number < 30; number++) {
            Instant at = START.plus(Duration.ofDays(38)).plus(Duration.ofMinutes(number));
            ledger.put(Told.article("late" + number, at.toString())
                    .seenAt(ledger.watermark())
                    .event("AAA", EventType.ACCUSE, "BBB"));
        }
        ledger.advance(START.plus(Duration.ofDays(45)));
        assertThat(ledger.all).hasSize(before);
        assertThat(ledger.core().late()).isEqualTo(30);
    }

    @Test
    void laterReportsRefreshTheEvidenceOnly() {
        calm(0, 40, 2);
        day(40, 20);
        ledger.advance(START.plus(Duration.ofDays(41)).plus(Duration.ofHours(6)));
        Alert before = last();
        String shown = before.getEvidence().get(0).getEventId();
        Event known = accusation(40, number(shown), number(shown) % 2 == 0 ? "North" : "South");
        ledger.put(Event.newBuilder(known).setReports(7).build());

        assertThat(last().getVersion()).isEqualTo(before.getVersion());
        assertThat(last().getEvidence()).extracting(AlertEvidence::getReports).contains(7);
        assertThat(Alert.newBuilder(last()).setEvidence(before.getEvidence()).build())
                .isEqualTo(before);
    }

    private static int number(String eventId) {
        return Integer.parseInt(eventId.substring(eventId.indexOf('-') + 1, eventId.indexOf('.')));
    }

    @Test
    void rebuildingFromLastVersionsGivesTheSameAlerts() {
        calm(0, 40, 2);
        day(40, 20);
        calm(41, 60, 2);
        Ledger rebuilt = new Ledger(AlertPolicies.builtIn(), START);
        rebuilt.core().rebuilding(true);
        for (int day = 0; day < 60; day++) {
            for (int number = 0; number < (day == 40 ? 20 : 2); number++) {
                Event event = accusation(day, number, number % 2 == 0 ? "North" : "South");
                rebuilt.core()
                        .event(
                                event.getPair() + '|' + event.getId(),
                                Event.newBuilder(event)
                                        .setWatermark(event.getPublishedAt())
                                        .build(),
                                null,
                                null,
                                rebuilt);
            }
        }
        assertThat(rebuilt.all).isNotEmpty();
        rebuilt.core().rebuilding(false);
        rebuilt.advance(ledger.watermark());

        assertThat(rebuilt.last).isEqualTo(ledger.last);
    }
}
