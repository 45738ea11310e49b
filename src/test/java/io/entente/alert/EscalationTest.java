package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertThreshold;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A crisis that grows by a threat here and an expulsion there. */
class EscalationTest {
    private static final List<EventType> STEPS =
            List.of(EventType.THREATEN, EventType.SANCTION, EventType.MOBILIZE, EventType.THREATEN, EventType.SANCTION);

    private final Ledger ledger = new Ledger("2023-01-01T00:00:00Z");

    private static Event step(int day, EventType type, boolean back) {
        String at = LocalDate.of(2024, 3, 1).plusDays(day) + "T09:00:00Z";
        Told told = Told.article("s" + day, at)
                .by(day % 2 == 0 ? "North Wire" : "Andes Ledger")
                .reportedBy("Coast Post", Instant.parse(at).plusSeconds(600));
        return back ? told.event("ECU", type, "PER") : told.event("PER", type, "ECU");
    }

    private List<Alert> gathering() {
        return ledger.last.values().stream()
                .filter(alert -> alert.getKind() == AlertKind.TENSION_SURGE
                        && alert.getSource().isEmpty())
                .toList();
    }

    @Test
    void stepsOfBothSidesOverWeeksWarn() {
        for (int i = 0; i < STEPS.size(); i++) {
            ledger.take(step(5 * i, STEPS.get(i), i % 2 == 1));
        }
        assertThat(gathering()).singleElement().satisfies(alert -> {
            assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
            assertThat(alert.getWindowDays()).isEqualTo(28);
            assertThat(alert.getMessage())
                    .startsWith("Threats and hostile acts between Ecuador and Peru have been gathering: ")
                    .contains("the gravest: ");
        });
    }

    @Test
    void deedThatIsAnsweredWarns() {
        ledger.take(step(0, EventType.SANCTION, false));
        assertThat(gathering()).isEmpty();
        ledger.take(step(9, EventType.SANCTION, true));
        assertThat(gathering()).singleElement().satisfies(alert -> {
            assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
            assertThat(alert.getMessage())
                    .startsWith(
                            "Threats or hostile acts of both sides between Ecuador and Peru, where they are rare: 2 such stories");
            assertThat(alert.getThresholds())
                    .extracting(AlertThreshold::getName)
                    .contains("escalation.stories", "escalation.answerDays");
        });
    }

    @Test
    void deedOfTheSameSideOrALateAnswerIsNone() {
        ledger.take(step(0, EventType.SANCTION, false));
        ledger.take(step(9, EventType.SANCTION, false));
        ledger.take(step(40, EventType.SANCTION, true));
        assertThat(gathering()).isEmpty();
    }

    @Test
    void stepsMonthsApartAreNone() {
        for (int i = 0; i < STEPS.size(); i++) {
            ledger.take(step(40 * i, STEPS.get(i), i % 2 == 1));
        }
        assertThat(gathering()).isEmpty();
    }

    @Test
    void whatHasAlwaysBeenSoIsNone() {
        for (int i = 0; i < 40; i++) {
            ledger.take(step(6 * i - 200, STEPS.get(i % STEPS.size()), i % 2 == 1));
        }
        long opened = gathering().stream()
                .filter(alert -> alert.getOpenedAt().isAfter(Instant.parse("2023-12-01T00:00:00Z")))
                .count();
        assertThat(opened).isZero();
    }

    @Test
    void wordsAreNoSteps() {
        for (int i = 0; i < STEPS.size(); i++) {
            ledger.take(step(5 * i, EventType.ACCUSE, i % 2 == 1));
        }
        assertThat(gathering()).isEmpty();
    }
}
