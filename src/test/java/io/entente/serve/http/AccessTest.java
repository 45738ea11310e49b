package io.entente.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AccessTest {
    private Instant now = Instant.parse("2024-03-01T09:00:00Z");
    private final InstantSource clock = () -> now;

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aSessionEndsByItselfBySigningOutAndWithItsToken() {
        Sessions sessions = new Sessions("a token", clock);
        String one = sessions.begin();
        String other = sessions.begin();
        assertThat(one).isNotEqualTo(other).doesNotContain("a token");
        assertThat(sessions.isOpen(one)).isTrue();
        assertThat(new Sessions("a token", clock).isOpen(one)).isTrue();
        assertThat(new Sessions("another", clock).isOpen(one)).isFalse();

        sessions.end(one);
        assertThat(sessions.isOpen(one)).isFalse();
        assertThat(sessions.isOpen(other)).isTrue();
        pass(Sessions.LIFETIME);
        assertThat(sessions.isOpen(other)).isFalse();
    }

    @Test
    void nothingElseIsASession() {
        Sessions sessions = new Sessions("a token", clock);
        String session = sessions.begin();
        String later = "9" + session;
        for (String forged : new String[] {"", ".", "..", "a.b.c", later, session + "0", session.replace('.', ':')}) {
            assertThat(sessions.isOpen(forged)).as(forged).isFalse();
        }
    }

    @Test
    void guessesRunOutForAMinuteAndForTheirAddressOnly() {
        Guesses guesses = new Guesses(clock);
        for (int i = 0; i < Guesses.MAX; i++) {
            assertThat(guesses.exhausted("192.0.2.1")).isFalse();
            guesses.wrong("192.0.2.1");
        }
        assertThat(guesses.exhausted("192.0.2.1")).isTrue();
        assertThat(guesses.exhausted("192.0.2.2")).isFalse();
        pass(Guesses.PERIOD);
        assertThat(guesses.exhausted("192.0.2.1")).isFalse();
    }
}
