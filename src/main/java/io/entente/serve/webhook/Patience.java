package io.entente.serve.webhook;

import java.time.Duration;

/**
 * How a target is tried again.
 *
 * @param first pause after the first failure; each further pause is twice as long
 * @param longest pause
 */
record Patience(Duration first, Duration longest) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5));

    Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
