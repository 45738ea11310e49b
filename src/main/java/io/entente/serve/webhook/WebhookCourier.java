package io.entente.serve.webhook;

import io.entente.avro.Alert;
import io.entente.registry.RegistryUnavailableException;
import io.entente.serve.webhook.Outbox.Pending;
import io.entente.serve.webhook.Outbox.Verdict;
import io.entente.serve.webhook.TargetReport.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes alerts from the topic to one target, on a thread of its own. A receiver may get a message twice, with the same {@code Idempotency-Key}.
 */
final class WebhookCourier {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(2);
    /** Then the topic is looked at again, which also keeps the place in the group. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final WebhookTarget target;
    private final Delivery delivery;
    private final AlertGroup group;
    private final Outbox outbox;
    private final TargetReport report;
    private final BooleanSupplier ready;
    private final Clock clock;
    private final Thread thread;

    private Instant repeated = Instant.EPOCH;
    private volatile boolean stopping;

    /** @param ready whether it is known what is muted and acknowledged; nothing is sent before */
    WebhookCourier(
            WebhookTarget target,
            Delivery delivery,
            AlertGroup group,
            Outbox outbox,
            TargetReport report,
            BooleanSupplier ready,
            Clock clock) {
        this.target = target;
        this.delivery = delivery;
        this.group = group;
        this.outbox = outbox;
        this.report = report;
        this.ready = ready;
        this.clock = clock;
        this.thread = new Thread(this::run, "webhook-" + target.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopping && !ready.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            }
            group.join(outbox::forget);
            while (!stopping) {
                step();
            }
        } catch (WakeupException | InterruptedException | InterruptException e) {
            LOG.debug("woken to stop");
        } catch (RuntimeException e) {
            LOG.error("webhook {} has stopped", target.name(), e);
        } finally {
            // Closing must not be interrupted: it leaves the group, so that another instance goes on at once.
            Thread.interrupted();
            group.close();
        }
    }

    private void step() throws InterruptedException {
        try {
            group.pause(outbox.isFull());
            boolean due = group.knowsHistory() && outbox.next(clock.instant()).isPresent();
            ConsumerRecords<byte[], byte[]> records = group.poll(due ? Duration.ZERO : LOOK);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record);
                group.passed(record);
            }
            group.commit(outbox::waiting);
            if (group.knowsHistory()) {
                deliver();
                repeat();
            }
            report.waiting(outbox.size());
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("webhook {}: going on in {} s", target.name(), AGAIN.toSeconds(), e);
            group.goBack();
            TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Alert alert;
        try {
            alert = group.alert(record);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.warn("webhook {}: an alert that cannot be read is left out: {}", target.name(), e.getMessage());
            return;
        }
        LogPosition position = LogPosition.of(record);
        Instant written = Instant.ofEpochMilli(record.timestamp());
        if (group.isHistory(record)) {
            outbox.learn(position, AlertGroup.key(record), alert, written);
        } else if (outbox.add(position, AlertGroup.key(record), alert, written) == Verdict.TOO_OLD) {
            report.count(Outcome.TOO_OLD);
            LOG.info(
                    "webhook {}: an alert older than entente.webhooks.max-age is not sent: {}",
                    target.name(),
                    alert == null ? "" : alert.getId());
        }
    }

    private void deliver() throws InterruptedException {
        long end = System.nanoTime() + ROUND.toNanos();
        while (!stopping && System.nanoTime() < end) {
            Optional<Pending> next = outbox.next(clock.instant());
            if (next.isEmpty()) {
                return;
            }
            deliver(next.get());
            group.commit(outbox::waiting);
        }
    }

    private void deliver(Pending message) throws InterruptedException {
        DeliveryResult result;
        try {
            result = delivery.tell(message.alert(), clock.instant());
        } catch (RuntimeException e) { // an alert that cannot be put into words; what the error says may be a secret
            result = DeliveryResult.refused(e.getClass().getSimpleName());
        }
        switch (result.kind()) {
            case TAKEN -> {
                outbox.taken(message);
                report.count(Outcome.SENT);
            }
            case REFUSED -> {
                outbox.refused(message);
                report.count(Outcome.REFUSED);
                trouble("refuses " + WebhookBody.id(message.alert()) + " for good", result);
            }
            case FAILED -> {
                if (outbox.failed(message, result.after(), clock.instant())) {
                    report.count(Outcome.RETRIED);
                    report.trouble(result.problem(), clock.instant());
                    LOG.warn("webhook {}: attempt {}: {}", target.name(), message.attempts(), result.problem());
                } else {
                    report.count(Outcome.DROPPED);
                    trouble(WebhookBody.id(message.alert()) + " is given up", result);
                }
            }
        }
    }

    private void trouble(String what, DeliveryResult result) {
        report.trouble(result.problem(), clock.instant());
        LOG.error("webhook {}: {}: {}", target.name(), what, result.problem());
    }

    /** Alertmanager's alerts lapse unless they are repeated. */
    private void repeat() throws InterruptedException {
        Instant now = clock.instant();
        if (target.shape() != Shape.ALERTMANAGER
                || outbox.isResting(now)
                || now.isBefore(repeated.plus(AlertmanagerBody.REPEAT))) {
            return;
        }
        repeated = now;
        List<Alert> open = outbox.open();
        if (open.isEmpty()) {
            return;
        }
        DeliveryResult result = delivery.repeat(open, now);
        if (result.kind() == DeliveryResult.Kind.FAILED) {
            outbox.rest(result.after(), now);
        }
        if (result.kind() != DeliveryResult.Kind.TAKEN) {
            report.trouble(result.problem(), now);
            LOG.warn("webhook {}: {} open alerts are not repeated: {}", target.name(), open.size(), result.problem());
        }
    }

    void stop() {
        stopping = true;
        group.wakeup();
    }

    void awaitEnd() {
        try {
            thread.join(END.toMillis());
            thread.interrupt(); // a receiver that does not answer is not waited for
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
