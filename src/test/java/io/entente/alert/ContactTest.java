package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final Ledger ledger = new Ledger(START + "T00:00:00Z");

    private static Event told(int day, EventType type) {
        return Told.article("a" + day, START.plusDays(day) + "T09:00:00Z").event("PER", type, "ECU");
    }

    @Test
    void aPairThatHasOftenBeenInTheNewsWithoutContactSurprises() {
        for (int day = 100; day < 150; day += 10) {
            ledger.take(told(day, EventType.ACCUSE));
        }
        ledger.take(told(200, EventType.AID));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty();
        assertThat(ledger.of(AlertKind.FIRST_CONTACT).get(0).getMessage())
                .startsWith("First contact on record between Ecuador and Peru: aid by Peru toward Ecuador");
    }

    @Test
    void aPairThatWasHardlyInTheNewsDoesNot() {
        ledger.take(told(120, EventType.ACCUSE)).take(told(200, EventType.AID));
        ledger.take(Told.article("other", START.plusDays(210) + "T09:00:00Z").event("POL", EventType.AID, "UKR"));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void hostileActsAreNoContact() {
        for (int day = 100; day < 150; day += 10) {
            ledger.take(told(day, EventType.ACCUSE));
        }
        ledger.take(told(200, EventType.SANCTION));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void aYoungFeedNotesTheFirstDeedOfAPairAndSaysThatItIsYoung() {
        ledger.take(told(30, EventType.COERCE));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getSeverity()).isEqualTo(Severity.INFO);
            assertThat(alert.getYoungFeed()).isTrue();
            assertThat(alert.getMessage())
                    .startsWith("First act on record between Ecuador and Peru: ")
                    .endsWith("; the feed is too young to tell how unusual this is.");
        });
    }

    @Test
    void aSevereActSaysMoreThanAContact() {
        ledger.take(Told.article("a", START.plusDays(30) + "T09:00:00Z")
                .severe("force")
                .event("PER", EventType.ASSAULT, "ECU"));
        assertThat(ledger.all).extracting(Alert::getKind).containsOnly(AlertKind.SEVERE_EVENT);
    }
}
