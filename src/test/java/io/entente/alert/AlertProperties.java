package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every feed. */
class AlertProperties {
    private static final Instant END = Scenario.START.plus(Duration.ofDays(Scenario.DAYS + 60));

    private static Ledger run(List<Event> events) {
        Ledger ledger = new Ledger(AlertPolicies.builtIn(), Scenario.START);
        events.forEach(ledger::take);
        while (ledger.watermark().isBefore(END)) {
            ledger.days(1);
        }
        return ledger;
    }

    @Property(tries = 60)
    void finalAlertsDoNotDependOnTheOrderWithinTheGrace(@ForAll long seed) {
        List<Event> events = Scenario.events(seed);
        Ledger inOrder = run(events);
        Ledger shuffled = run(Scenario.shuffled(events, seed + 1));

        assertThat(shuffled.last).isEqualTo(inOrder.last);
    }

    @Property(tries = 40)
    void redeliveryAndRestartChangeNothing(@ForAll long seed) {
        List<Event> events = Scenario.events(seed);
        Ledger once = run(events);
        Ledger again = new Ledger(AlertPolicies.builtIn(), Scenario.START);
        Random random = new Random(seed);
        for (int i = 0; i < events.size(); i++) {
            again.take(events.get(i));
            again.put(events.get(i));
            again.put(events.get(random.nextInt(i + 1)));
            if (random.nextInt(20) == 0) {
                again.restart();
            }
        }
        while (again.watermark().isBefore(END)) {
            again.days(1);
        }

        assertThat(again.last).isEqualTo(once.last);
        assertThat(again.all).isEqualTo(once.all);
    }

    @Property(tries = 60)
    void severityNeverFallsAndEveryAlertEndsOnce(@ForAll long seed) {
        Ledger ledger = run(Scenario.events(seed));
        Map<String, List<Alert>> byId = new HashMap<>();
        ledger.all.forEach(alert ->
                byId.computeIfAbsent(alert.getId(), id -> new ArrayList<>()).add(alert));

        byId.values().forEach(values -> {
            List<Alert> settled =
                    values.stream().filter(alert -> !alert.getProvisional()).toList();
            for (int i = 1; i < settled.size(); i++) {
                assertThat(settled.get(i).getSeverity())
                        .isGreaterThanOrEqualTo(settled.get(i - 1).getSeverity());
                assertThat(settled.get(i).getVersion())
                        .isGreaterThanOrEqualTo(settled.get(i - 1).getVersion());
            }
            assertThat(settled.stream().filter(alert -> alert.getState() != AlertState.OPEN))
                    .as("%s", values)
                    .hasSize(1);
            assertThat(values.get(values.size() - 1).getState()).isNotEqualTo(AlertState.OPEN);
        });
    }

    @Property(tries = 40)
    void noStatisticalOrContactAlertInTheFirstFortnight(@ForAll long seed) {
        Ledger ledger = run(Scenario.events(seed));

        assertThat(ledger.all)
                .filteredOn(alert -> alert.getOpenedAt().isBefore(Scenario.START.plus(Duration.ofDays(14))))
                .allSatisfy(alert -> {
                    assertThat(alert.getKind()).isEqualTo(io.entente.avro.AlertKind.SEVERE_EVENT);
                });
    }

    @Property(tries = 30)
    void copiesChangeNothingInAnAlertButTheirNumber(@ForAll long seed) {
        List<Event> plain = Scenario.events(seed);
        List<Event> copied = plain.stream().map(AlertProperties::copied).toList();

        assertThat(run(copied).all.stream().map(AlertProperties::withoutCopies).toList())
                .isEqualTo(run(plain).all.stream()
                        .map(AlertProperties::withoutCopies)
                        .toList());
    }

    private static Event copied(Event event) {
        List<io.entente.avro.EventReport> members = new ArrayList<>(event.getMembers());
        for (int copy = 0; copy < 49; copy++) {
            members.add(
                    io.entente.avro.EventReport.newBuilder(event.getMembers().get(0))
                            .setStatementId("copy" + copy)
                            .setArticleId("copy" + copy)
                            .setFamily("Paper " + copy)
                            .setCopy(true)
                            .build());
        }
        return Event.newBuilder(event).setMembers(members).setCopies(49).build();
    }

    private static Alert withoutCopies(Alert alert) {
        return Alert.newBuilder(alert)
                .setEvidence(alert.getEvidence().stream()
                        .map(each -> io.entente.avro.AlertEvidence.newBuilder(each)
                                .setCopies(0)
                                .build())
                        .toList())
                .build();
    }
}
