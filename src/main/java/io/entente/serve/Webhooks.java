package io.entente.serve;

import io.entente.config.Settings;
import io.entente.serve.model.AttentionBook;
import io.entente.topology.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends alerts to the targets that the configuration names. A target is told when an alert opens, becomes more severe, ends, or its provisional
 * word becomes final; not when it is muted or acknowledged. Each target has its own thread and its own consumer group, whose place moves on once a
 * message has been taken: what was not told before an instance stopped is told afterwards, and of several instances one tells it.
 */
final class Webhooks implements AutoCloseable {
    /**
     * How often a message is tried.
     *
     * @param first pause behind the first failure; each further pause is twice as long
     * @param longest pause
     * @param attempts after so many it is given up, logged and counted
     */
    record Patience(Duration first, Duration longest, int attempts) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), 50);

        Duration pause(int failures) {
            Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }

    private final List<WebhookCourier> couriers = new ArrayList<>();

    /**
     * Begins to tell.
     *
     * @param attention what is muted and acknowledged
     * @param ready whether {@code attention} is complete; nothing is told before
     */
    Webhooks(
            List<WebhookTarget> targets,
            Settings settings,
            Topics topics,
            AttentionBook attention,
            BooleanSupplier ready,
            MeterRegistry registry,
            Patience patience,
            Clock clock) {
        for (WebhookTarget target : targets) {
            WebhookSender sender = new WebhookSender(target, registry);
            couriers.add(new WebhookCourier(
                    target,
                    sender,
                    new AlertGroup(settings, topics.alerts(), "webhook-" + target.name()),
                    alert -> attention.mute(alert, clock.instant()).isEmpty()
                            && attention.acknowledgement(alert).isEmpty(),
                    ready,
                    patience));
        }
        couriers.forEach(WebhookCourier::start);
    }

    @Override
    public void close() {
        couriers.forEach(WebhookCourier::stop);
        couriers.forEach(WebhookCourier::awaitEnd);
    }
}
