package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final Ledger ledger = new Ledger(START + "T00:00:00Z");

    private static Told article(int day) {
        return Told.article("a" + day, START.plusDays(day) + "T09:00:00Z");
    }

    private static Event told(int day, EventType type) {
        return article(day).event("PER", type, "ECU");
    }

    private static Event talks(int day) {
        return article(day).mutual().event("PER", EventType.CONSULT, "ECU");
    }

    private void accused() {
        for (int day = 100; day < 150; day += 10) {
            ledger.take(told(day, EventType.ACCUSE));
        }
    }

    @Test
    void aPairAtOddsThatHasOftenBeenInTheNewsWithoutContactSurprises() {
        accused();
        ledger.take(talks(200));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty();
        assertThat(ledger.of(AlertKind.FIRST_CONTACT).get(0).getMessage())
                .startsWith(
                        "First contact on record between Ecuador and Peru, after 5 stories about them without one: ");
    }

    @Test
    void helpOfOneSideIsNoContact() {
        accused();
        ledger.take(told(200, EventType.AID)).take(talks(210));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty().allSatisfy(alert -> assertThat(alert.getOpenedAt())
                .isEqualTo(START.plusDays(210) + "T00:00:00Z"));
    }

    @Test
    void friendsSurpriseOnlyAfterManyStoriesWithoutContact() {
        for (int day = 100; day < 150; day += 10) {
            ledger.take(told(day, EventType.SUPPORT));
        }
        ledger.take(talks(200));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void afterManyStoriesFriendsAreNotedToo() {
        for (int day = 100; day < 200; day += 10) {
            ledger.take(told(day, EventType.SUPPORT));
        }
        ledger.take(talks(210));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty().allSatisfy(alert -> assertThat(alert.getSeverity())
                .isEqualTo(Severity.INFO));
    }

    @Test
    void aPairThatWasHardlyInTheNewsDoesNot() {
        ledger.take(told(120, EventType.ACCUSE)).take(talks(200));
        ledger.take(Told.article("other", START.plusDays(210) + "T09:00:00Z").event("POL", EventType.AID, "UKR"));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void twoThatAreMuchInTheNewsButHardlyEverTogetherAreNotedWhenTheyMeet() {
        ledger.take(told(0, EventType.ACCUSE));
        ledger.take(article(2000).mutual().event("PRK", EventType.CONSULT, "RUS"));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getSeverity()).isEqualTo(Severity.INFO);
            assertThat(alert.getMessage())
                    .startsWith(
                            "First contact on record between North Korea and Russia, though both are often in the news: ");
        });
    }

    @Test
    void inAFeedWithFewStoriesADayTheirSilenceSaysNothing() {
        Ledger few = new Ledger(
                AlertPolicies.with(AlertPolicies.builtIn(), "contact.storiesADay", 0.1),
                Instant.parse(START + "T00:00:00Z"));
        few.take(told(0, EventType.ACCUSE));
        few.take(article(2000).mutual().event("PRK", EventType.CONSULT, "RUS"));
        assertThat(few.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void aYoungFeedDoesNotNoteTwoThatAreBoundToMeet() {
        ledger.take(article(30).event("RUS", EventType.COERCE, "USA"));
        assertThat(ledger.of(AlertKind.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void hostileActsAreNoContact() {
        accused();
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
