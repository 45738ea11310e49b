package io.entente.serve.webhook;

import io.entente.avro.Alert;
import java.time.Instant;
import java.util.Collection;

/** The way to one target. */
interface Delivery {

    /** Sends a message about {@code alert}; returns when the target has answered, or has not in time. */
    DeliveryResult tell(Alert alert, Instant now) throws InterruptedException;

    /** Sends all that are open once more, to a target that forgets. */
    DeliveryResult repeat(Collection<Alert> open, Instant now) throws InterruptedException;
}
