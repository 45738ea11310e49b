package io.entente.collect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Runnable NOTHING = () -> {};

    private final Agenda agenda = new Agenda();

    private String take(Instant at) {
        return agenda.take(at).map(Agenda.Turn::host).orElse("nobody");
    }

    @Test
    void aHostHasOneTurnAtATimeAndAPauseAfterIt() {
        agenda.add("a", NOW, NOTHING);
        agenda.add("a", NOW, NOTHING);

        assertThat(take(NOW)).isEqualTo("a");
        assertThat(take(NOW)).isEqualTo("nobody");
        assertThat(agenda.next()).isEqualTo(Instant.MAX);

        agenda.done("a", NOW.plusSeconds(5));
        assertThat(agenda.next()).isEqualTo(NOW.plusSeconds(5));
        assertThat(take(NOW.plusSeconds(4))).isEqualTo("nobody");
        assertThat(take(NOW.plusSeconds(5))).isEqualTo("a");
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void whoHasWaitedLongestComesFirstHoweverMuchAnotherHasToFetch() {
        for (int i = 0; i < 10; i++) {
            agenda.add("greedy", NOW, NOTHING);
        }
        agenda.add("modest", NOW.plusSeconds(1), NOTHING);

        assertThat(take(NOW)).isEqualTo("greedy");
        agenda.done("greedy", NOW.plusSeconds(2));
        assertThat(take(NOW.plusSeconds(3))).isEqualTo("modest");
        assertThat(take(NOW.plusSeconds(3))).isEqualTo("greedy");
    }

    @Test
    void aHostThatAsksForItIsLeftAlone() {
        agenda.add("a", NOW, NOTHING);
        agenda.hold("a", NOW.plusSeconds(60));
        agenda.hold("a", NOW.plusSeconds(10));

        assertThat(take(NOW.plusSeconds(59))).isEqualTo("nobody");
        assertThat(take(NOW.plusSeconds(60))).isEqualTo("a");
    }
}
