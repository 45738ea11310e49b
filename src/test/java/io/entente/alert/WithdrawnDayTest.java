package io.entente.alert;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.store.MemoryTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first event ever told of a pair joins another day's, and its own day is left empty. */
class WithdrawnDayTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    @Test
    void dayThatWasEmptiedIsPassedOver() {
        PairAlerts alerts = new PairAlerts(AlertPolicies.builtIn(), new MemoryTables());
        List<Alert> published = new ArrayList<>();
        Output out = new Output() {
            @Override
            public void alert(String key, Alert alert) {
                published.add(alert);
            }

            @Override
            public void article(String articleId, Instant publishedAt, boolean leads) {}
        };
        Instant time = Instant.parse("2024-03-25T09:00:00Z");
        Event event = Told.article("a", time.toString()).event("PER", EventType.ACCUSE, "ECU");
        alerts.event("ECU-PER|" + event.getId(), event, time, START, out);
        alerts.event("ECU-PER|" + event.getId(), null, time, START, out);
        assertTimeoutPreemptively(
                ofSeconds(10), () -> alerts.advance(Instant.parse("2024-03-28T09:00:00Z"), START, out));
        assertThat(published).isEmpty();
    }
}
