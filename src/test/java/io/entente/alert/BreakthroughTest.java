package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakthroughTest {
    private static final String REOPENED = "Peru reopens its embassy in Quito, which it closed in 2019.";

    private final Ledger ledger = new Ledger("2024-01-01T00:00:00Z");

    private static Event embassy(String article, String at, String outlet) {
        return Told.article(article, at).by(outlet).saying(REOPENED).event("PER", EventType.COOPERATE, "ECU");
    }

    private static Event quarrel(int day) {
        String at = LocalDate.of(2024, 1, 1).plusDays(day) + "T09:00:00Z";
        return Told.article("q" + day, at).event("ECU", EventType.ACCUSE, "PER");
    }

    private Alert last() {
        return ledger.of(AlertKind.BREAKTHROUGH)
                .get(ledger.of(AlertKind.BREAKTHROUGH).size() - 1);
    }

    @Test
    void weighsMoreWhereThePairHasBeenHostile() {
        ledger.take(embassy("a", "2024-02-20T11:00:00Z", "North Wire"))
                .take(embassy("b", "2024-02-20T12:00:00Z", "Andes Ledger"));
        assertThat(last().getSeverity()).isEqualTo(Severity.INFO);
        Ledger hostile = new Ledger("2024-01-01T00:00:00Z");
        for (int day = 3; day < 40; day += 12) {
            hostile.take(quarrel(day));
        }
        hostile.take(embassy("a", "2024-02-20T11:00:00Z", "North Wire"))
                .take(embassy("b", "2024-02-20T12:00:00Z", "Andes Ledger"));
        Alert alert = hostile.of(AlertKind.BREAKTHROUGH)
                .get(hostile.of(AlertKind.BREAKTHROUGH).size() - 1);
        assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(alert.getSource()).isEmpty();
        assertThat(alert.getMessage())
                .contains(
                        "Breakthrough between Ecuador and Peru: an embassy or consulate opened by Peru toward Ecuador on 20 February 2024");
    }

    @Test
    void aSingleSourceIsOneLevelLowerAndSaysSo() {
        for (int day = 3; day < 40; day += 12) {
            ledger.take(quarrel(day));
        }
        ledger.take(embassy("a", "2024-02-20T11:00:00Z", "North Wire"));
        assertThat(last().getSeverity()).isEqualTo(Severity.INFO);
        assertThat(last().getSingleSource()).isTrue();
    }

    @Test
    void isFinalAfterTheCloseAndEndsInSilence() {
        ledger.take(embassy("a", "2024-02-20T11:00:00Z", "North Wire"));
        assertThat(last().getProvisional()).isTrue();
        ledger.advance("2024-02-21T06:00:00Z");
        assertThat(last().getProvisional()).isFalse();
        ledger.advance("2024-03-06T06:00:00Z");
        assertThat(last().getState()).isEqualTo(AlertState.RESOLVED);
        assertThat(ledger.of(AlertKind.BREAKTHROUGH)).extracting(Alert::getId).containsOnly(last().getId());
    }

    @Test
    void aCommonActIsNone() {
        Ledger often = new Ledger(AlertPolicies.builtIn(), Instant.parse("2024-01-01T00:00:00Z"));
        for (int day = 1; day <= 60; day += 4) {
            String at = LocalDate.of(2024, 1, 1).plusDays(day) + "T09:00:00Z";
            often.take(embassy("e" + day, at, "North Wire"));
        }
        long opened = often.of(AlertKind.BREAKTHROUGH).stream()
                .map(Alert::getId)
                .distinct()
                .count();
        often.advance("2024-03-20T06:00:00Z").take(embassy("z", "2024-03-25T09:00:00Z", "North Wire"));
        assertThat(often.of(AlertKind.BREAKTHROUGH).stream().map(Alert::getId).distinct())
                .hasSize((int) opened);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGREE|Peru and Ecuador sign a peace treaty in Brasília.|a step to peace",
                "AGREE|Peru and Ecuador agree to a ceasefire along the Cenepa.|a truce",
                "AGREE|Peru and Ecuador restore diplomatic relations after nine years.|ties restored or established",
                "COOPERATE|Peru reopens its border with Ecuador to lorries.|a border opened",
                "RETREAT|Peru lifts most sanctions against Ecuador.|sanctions lifted or eased",
                "COOPERATE|Peru and Ecuador swap prisoners at a crossing.|a prisoner swap",
                "CONSULT|The presidents hold the first summit of the two states in eleven years.|a first meeting in years",
                "CONCEDE|Peru apologises to Ecuador for the raid.|an apology",
            })
    void tellsItsClasses(EventType type, String sentence, String phrase) {
        ledger.take(Told.article("a", "2024-02-20T11:00:00Z")
                .saying(sentence)
                .sentiment(0.5)
                .event("PER", type, "ECU"));
        assertThat(last().getMessage()).contains(phrase);
    }

    @Test
    void namesBothPartiesOfAMutualActOnce() {
        ledger.take(Told.article("a", "2024-02-20T11:00:00Z")
                .saying("The presidents hold the first summit of the two states in eleven years.")
                .sentiment(0.5)
                .event("PER", EventType.CONSULT, "ECU"));
        assertThat(last().getMessage())
                .startsWith("Breakthrough between Ecuador and Peru: a first meeting in years on 20 February 2024");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCUSE|Peru accuses Ecuador of breaking the peace treaty.",
                "AGREE|Peru and Ecuador agree on a price for bananas.",
                "SUPPORT|Peru praises Ecuador's choir, which sang at the embassy.",
                "AGREE|Peru agrees to sever ties with Ecuador.",
            })
    void othersAreNone(EventType type, String sentence) {
        ledger.take(Told.article("a", "2024-02-20T11:00:00Z").saying(sentence).event("PER", type, "ECU"));
        assertThat(ledger.of(AlertKind.BREAKTHROUGH)).isEmpty();
    }
}
