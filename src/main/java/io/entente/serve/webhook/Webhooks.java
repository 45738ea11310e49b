package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.config.Settings;
import io.entente.serve.model.AttentionBook;
import io.entente.topology.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends alerts to the targets that the configuration names: when an alert opens, becomes more severe or final, and when it ends. Each target has its own thread and its
 * own consumer group, whose place says what has been settled: what was not sent before an instance stopped is sent afterwards, and of several instances one
 * sends it.
 */
public final class Webhooks implements AutoCloseable {
    private final List<WebhookCourier> couriers = new ArrayList<>();
    private final List<TargetReport> reports = new ArrayList<>();

    /**
     * Begins to send.
     *
     * @param attention what is muted and acknowledged
     * @param ready whether {@code attention} is complete; nothing is sent before
     * @throws io.entente.config.SettingsException if the file of targets cannot be used
     */
    public static Webhooks start(
            Settings settings,
            Topics topics,
            AttentionBook attention,
            BooleanSupplier ready,
            MeterRegistry registry,
            Clock clock) {
        return new Webhooks(settings, topics, attention, ready, registry, Patience.USUAL, clock);
    }

    Webhooks(
            Settings settings,
            Topics topics,
            AttentionBook attention,
            BooleanSupplier ready,
            MeterRegistry registry,
            Patience patience,
            Clock clock) {
        Outbox.Limits limits = new Outbox.Limits(settings.webhookMaxAge(), patience);
        Outbox.Silence silence = new Outbox.Silence(
                alert -> attention.mute(alert, clock.instant()).isPresent(),
                alert -> attention.acknowledgement(alert).isPresent());
        for (WebhookTarget target : targets(settings.webhooks().orElse(null))) {
            TargetReport report = new TargetReport(target, registry);
            reports.add(report);
            couriers.add(new WebhookCourier(
                    target,
                    target.shape() == Shape.EMAIL ? new MailDelivery(target) : new HttpDelivery(target),
                    new AlertGroup(settings, topics.alerts(), "webhook-" + target.name()),
                    new Outbox(target, silence, limits),
                    report,
                    ready,
                    clock));
        }
        couriers.forEach(WebhookCourier::start);
    }

    private static List<WebhookTarget> targets(@org.jspecify.annotations.Nullable Path file) {
        return file == null ? List.of() : TargetFile.read(file);
    }

    /** Adds how each target is doing. */
    public void describe(ObjectNode status) {
        ArrayNode webhooks = status.putArray("webhooks");
        reports.forEach(report -> report.describe(webhooks.addObject()));
    }

    @Override
    public void close() {
        couriers.forEach(WebhookCourier::stop);
        couriers.forEach(WebhookCourier::awaitEnd);
    }
}
