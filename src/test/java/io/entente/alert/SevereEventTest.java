package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SevereEventTest {
    private final Ledger ledger = new Ledger("2024-03-01T00:00:00Z");

    @BeforeEach
    void theyKnowEachOther() {
        ledger.take(Told.article("old", "2024-03-02T09:00:00Z").event("PER", EventType.COOPERATE, "ECU"));
    }

    private static Event shots(String article, String at, String outlet) {
        return Told.article(article, at).by(outlet).severe("force").event("PER", EventType.ASSAULT, "ECU");
    }

    @Test
    void oneSourceGivesAWarningAtOnce() {
        ledger.take(shots("a", "2024-03-25T11:00:00Z", "Andes Ledger"));

        assertThat(ledger.all).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.SEVERE_EVENT);
            assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
            assertThat(alert.getSingleSource()).isTrue();
            assertThat(alert.getProvisional()).isTrue();
            assertThat(alert.getSource()).contains("PER");
            assertThat(alert.getOpenedAt()).isEqualTo("2024-03-25T00:00:00Z");
            assertThat(alert.getEvidence())
                    .extracting(AlertEvidence::getArticleId)
                    .containsExactly("a");
        });
    }

    @Test
    void aSecondFamilyMakesItCriticalInTheSameAlert() {
        ledger.take(shots("a", "2024-03-25T11:00:00Z", "Andes Ledger"))
                .take(shots("b", "2024-03-27T11:00:00Z", "North Wire"));

        Alert alert = ledger.of(AlertKind.SEVERE_EVENT).get(2);
        assertThat(ledger.of(AlertKind.SEVERE_EVENT)).extracting(Alert::getId).containsOnly(alert.getId());
        assertThat(alert.getSeverity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.getSingleSource()).isFalse();
        assertThat(alert.getFamilies()).containsExactly("Andes Ledger", "North Wire");
        assertThat(alert.getVersion()).isEqualTo(2);
    }

    /** Force in a feed that is old enough to know who has to do with whom. */
    private Alert single(Told strike) {
        ledger.take(strike.severe("force").event("USA", EventType.ASSAULT, "SOM"));
        return ledger.of(AlertKind.SEVERE_EVENT)
                .get(ledger.of(AlertKind.SEVERE_EVENT).size() - 1);
    }

    @Test
    void oneDoubtfulStoryOfForceBetweenStrangersIsAnInfo() {
        Alert alert = single(Told.article("a", "2024-09-01T09:00:00Z").confidence(0.8));
        assertThat(alert.getSeverity()).isEqualTo(Severity.INFO);
        assertThat(alert.getSingleSource()).isTrue();
    }

    @Test
    void aSureStoryASecondOneOrAPastTogetherMakeItAWarning() {
        assertThat(single(Told.article("a", "2024-09-01T09:00:00Z").confidence(0.9))
                        .getSeverity())
                .isEqualTo(Severity.WARNING);
        ledger.days(60);
        single(Told.article("b", "2024-12-01T09:00:00Z").confidence(0.6));
        assertThat(single(Told.article("c", "2024-12-01T10:00:00Z").confidence(0.6))
                        .getSeverity())
                .isEqualTo(Severity.WARNING);
        ledger.days(60);
        assertThat(single(Told.article("d", "2025-03-01T09:00:00Z").confidence(0.6))
                        .getSeverity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aStrikeOnAnArmedGroupIsNoNewsWhileTheCampaignGoesOn() {
        String strike = "A U.S. drone strike in Somalia kills an al-Shabaab commander.";
        List<Severity> each = new ArrayList<>();
        for (String day : List.of("2024-09-01", "2024-10-10", "2027-06-01")) {
            each.add(single(Told.article(day, day + "T09:00:00Z")
                            .reportedBy("B", Instant.parse(day + "T10:00:00Z"))
                            .saying(strike))
                    .getSeverity());
            ledger.days(30);
        }
        assertThat(each).containsExactly(Severity.WARNING, Severity.INFO, Severity.WARNING);
    }

    @Test
    void aMissionClosedForItsSafetyIsAnInfo() {
        ledger.take(Told.article("a", "2024-09-01T09:00:00Z")
                .reportedBy("B", Instant.parse("2024-09-01T10:00:00Z"))
                .severe("ties")
                .saying("Peru closes its embassy in Quito because of threats of a terror attack.")
                .event("PER", EventType.SANCTION, "ECU"));
        assertThat(ledger.of(AlertKind.SEVERE_EVENT)).isNotEmpty().allSatisfy(alert -> assertThat(alert.getSeverity())
                .isEqualTo(Severity.INFO));
    }

    @Test
    void whoeverShootsASinglePersonIsAnInfo() {
        String incident = "Guards shot dead a teenager who threw stones at the fence.";
        assertThat(single(Told.article("a", "2024-09-01T09:00:00Z")
                                .reportedBy("B", Instant.parse("2024-09-01T10:00:00Z"))
                                .saying(incident))
                        .getSeverity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void closingMakesItFinalAndSilenceResolvesItAfterSevenDays() {
        ledger.take(shots("a", "2024-03-25T11:00:00Z", "Andes Ledger"));
        ledger.advance("2024-03-26T05:59:00Z");
        assertThat(ledger.all).hasSize(1);
        ledger.advance("2024-03-26T06:00:00Z");
        assertThat(ledger.all).last().satisfies(alert -> {
            assertThat(alert.getProvisional()).isFalse();
            assertThat(alert.getVersion()).isEqualTo(1);
        });
        ledger.advance("2024-04-02T05:59:00Z");
        assertThat(ledger.all).hasSize(2);
        ledger.advance("2024-04-02T06:00:00Z");
        assertThat(ledger.all).hasSize(3).last().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.getResolvedAt()).contains(Instant.parse("2024-04-02T00:00:00Z"));
            assertThat(alert.getVersion()).isEqualTo(2);
        });
    }

    @Test
    void anEventThatIsTakenBackWithinItsDayWithdrawsTheAlert() {
        Event event = shots("a", "2024-03-25T11:00:00Z", "Andes Ledger");
        ledger.take(event);
        ledger.remove(event);
        ledger.advance("2024-03-26T06:00:00Z");

        assertThat(ledger.all).hasSize(2).last().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertState.WITHDRAWN);
            assertThat(alert.getProvisional()).isFalse();
        });
        assertThat(ledger.core().withdrawn()).isEqualTo(1);
    }

    @Test
    void inTheFirstFortnightItIsAnInfoAtMost() {
        ledger.take(shots("a", "2024-03-10T11:00:00Z", "Andes Ledger"))
                .take(shots("b", "2024-03-10T12:00:00Z", "North Wire"));

        assertThat(ledger.all).extracting(Alert::getSeverity).containsOnly(Severity.INFO);
    }

    @Test
    void seizureAloneIsNotSevereAndAllegationsNeverAre() {
        ledger.take(Told.article("a", "2024-03-25T11:00:00Z").event("PER", EventType.COERCE, "ECU"));
        ledger.take(Told.article("b", "2024-03-25T12:00:00Z")
                .as(io.entente.avro.Status.REPORTED)
                .severe("force")
                .event("PER", EventType.ASSAULT, "ECU"));

        assertThat(ledger.of(AlertKind.SEVERE_EVENT)).isEmpty();
    }

    @Test
    void redeliveryAndRestartChangeNothing() {
        Event event = shots("a", "2024-03-25T11:00:00Z", "Andes Ledger");
        ledger.take(event);
        ledger.restart();
        ledger.take(event);
        ledger.advance("2024-03-26T06:00:00Z");
        ledger.restart();
        ledger.take(event);

        assertThat(ledger.all).hasSize(2);
        assertThat(ledger.last).hasSize(1);
    }
}
