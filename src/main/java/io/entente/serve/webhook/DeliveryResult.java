package io.entente.serve.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param problem for people; it names no address and no header, which may be secrets
 * @param after how long the target wants to be left alone
 */
record DeliveryResult(Kind kind, String problem, Optional<Duration> after) {
    enum Kind {
        /** The target has it. */
        TAKEN,
        /** The target will never take this message. */
        REFUSED,
        /** Another attempt may succeed. */
        FAILED
    }

    static final DeliveryResult TAKEN = new DeliveryResult(Kind.TAKEN, "", Optional.empty());

    static DeliveryResult refused(String problem) {
        return new DeliveryResult(Kind.REFUSED, problem, Optional.empty());
    }

    static DeliveryResult failed(String problem) {
        return new DeliveryResult(Kind.FAILED, problem, Optional.empty());
    }
}
