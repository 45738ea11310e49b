package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateEventsTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    /** When a day of which it is noon closes: six hours after its end. */
    private static final Instant CLOSING = Instant.parse("2024-03-02T06:00:00Z");

    private final LateEvents late = new LateEvents(AlertPolicies.builtIn().closing());

    private static Event event(@Nullable Instant firstWatermark) {
        return Event.newBuilder(Sample.event("e1", "CHN", "RUS", NOON))
                .setFirstWatermark(firstWatermark)
                .build();
    }

    @Test
    void countsEventsWhoseDayHadClosedWhenTheyFirstCame() {
        late.take("CHN-RUS|a", event(CLOSING));
        late.take("CHN-RUS|a", event(CLOSING));
        late.take("CHN-RUS|b", event(CLOSING.minusSeconds(1)));
        late.take("CHN-RUS|c", event(null));
        assertThat(late.count()).isEqualTo(1);
        late.take("CHN-RUS|a", null);
        assertThat(late.count()).isZero();
    }
}
