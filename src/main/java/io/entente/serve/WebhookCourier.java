package io.entente.serve;

import io.entente.avro.Alert;
import io.entente.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one target, alert by alert and in order: the next one waits until the one before was taken or is given up. A receiver may get one
 * twice, with the same {@code Idempotency-Key}. On a thread of its own.
 */
final class WebhookCourier {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(2);

    private final WebhookTarget target;
    private final WebhookSender sender;
    private final AlertGroup group;
    private final Predicate<Alert> heeded;
    private final BooleanSupplier ready;
    private final Webhooks.Patience patience;
    private final Thread thread;
    /** Alerts by key as they were when they were last told, so that a mere update of numbers tells nobody. */
    private final Map<String, String> told = new HashMap<>();

    private volatile boolean stopping;

    /** @param heeded whether somebody wants to hear of an alert: it is neither muted nor acknowledged */
    WebhookCourier(
            WebhookTarget target,
            WebhookSender sender,
            AlertGroup group,
            Predicate<Alert> heeded,
            BooleanSupplier ready,
            Webhooks.Patience patience) {
        this.target = target;
        this.sender = sender;
        this.group = group;
        this.heeded = heeded;
        this.ready = ready;
        this.patience = patience;
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
            group.join();
            while (!stopping) {
                step();
            }
        } catch (WakeupException | InterruptedException | InterruptException e) {
            LOG.debug("woken to stop");
        } catch (RuntimeException e) {
            LOG.error("webhook {} has stopped: {}", target.name(), e.getMessage(), e);
        } finally {
            // Closing must not be interrupted: it leaves the group, so that another instance goes on at once.
            Thread.interrupted();
            group.close();
        }
    }

    private void step() throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : group.poll(LOOK)) {
                if (!take(record)) {
                    group.goBack();
                    return;
                }
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("webhook {}: {}; going on in {} s", target.name(), e.getMessage(), AGAIN.toSeconds(), e);
            group.goBack();
            TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
        }
    }

    /** Whether the record is done with; false if it has become another instance's. */
    private boolean take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        Alert alert;
        try {
            alert = group.alert(record);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.warn("webhook {}: an alert that cannot be read is left out: {}", target.name(), e.getMessage());
            group.done(record);
            return true;
        }
        boolean news = isNews(AlertGroup.key(record), alert);
        if (alert != null && news && !group.isHistory(record) && isWanted(alert) && !deliver(alert)) {
            told.remove(AlertGroup.key(record));
            return false;
        }
        group.done(record);
        return true;
    }

    private boolean isNews(String key, @Nullable Alert alert) {
        if (alert == null) {
            told.remove(key);
            return false;
        }
        String state = alert.getState() + "|" + alert.getSeverity() + "|" + alert.getProvisional();
        return !state.equals(told.put(key, state));
    }

    private boolean isWanted(Alert alert) {
        return target.wants(alert.getSeverity(), alert.getKind()) && heeded.test(alert);
    }

    /** Returns when the target has it or it is given up; false if this instance is no longer the one to tell it. */
    private boolean deliver(Alert alert) throws InterruptedException {
        for (int failures = 1; failures <= patience.attempts(); failures++) {
            String problem = sender.send(alert);
            if (problem.isEmpty()) {
                sender.count("sent");
                return true;
            }
            sender.count("retried");
            LOG.warn("webhook {}: attempt {}: {}", target.name(), failures, problem);
            if (!group.idle(patience.pause(failures))) {
                return false;
            }
        }
        sender.count("dropped");
        LOG.error("webhook {}: alert {} is given up", target.name(), WebhookBody.id(alert));
        return true;
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
