package io.entente.serve;

import io.entente.avro.Alert;
import io.entente.serve.model.AttentionBook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alerts to the targets that the configuration names. A target is told when an alert opens, becomes more severe, ends, or its provisional
 * word becomes final; not when it is muted or acknowledged. Each target has its own queue and thread, and is tried with growing pauses
 * until it takes the message; a receiver may get one twice, with the same {@code Idempotency-Key}.
 */
final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int QUEUE = 10_000;
    private static final int TOLD = 100_000;

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

    private record Message(String id, Alert alert) {}

    private final AttentionBook attention;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Patience patience;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<WebhookTarget, BlockingQueue<Message>> queues = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    /** Alerts by id as they were when they were last told, so that a mere update of numbers tells nobody. */
    private final Map<String, String> told = new HashMap<>();

    private final AtomicBoolean closed = new AtomicBoolean();

    Webhooks(
            List<WebhookTarget> targets,
            AttentionBook attention,
            MeterRegistry registry,
            Patience patience,
            Clock clock) {
        this.attention = attention;
        this.registry = registry;
        this.patience = patience;
        this.clock = clock;
        for (WebhookTarget target : targets) {
            BlockingQueue<Message> queue = new LinkedBlockingQueue<>(QUEUE);
            queues.put(target, queue);
            Thread thread = new Thread(() -> deliver(target, queue), "webhook-" + target.name());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Tells whoever wants to know; called by one thread. */
    void alert(Alert alert) {
        String state = alert.getState() + "|" + alert.getSeverity() + "|" + alert.getProvisional();
        if (queues.isEmpty() || state.equals(told.put(alert.getId(), state))) {
            return;
        }
        if (told.size() > TOLD) {
            told.keySet().remove(told.keySet().iterator().next());
        }
        if (attention.mute(alert, clock.instant()).isPresent()
                || attention.acknowledgement(alert).isPresent()) {
            return;
        }
        queues.forEach((target, queue) -> {
            if (target.wants(alert.getSeverity(), alert.getKind())
                    && !queue.offer(new Message(WebhookBody.id(alert), alert))) {
                given(target, "dropped");
                LOG.error("webhook {}: {} messages wait; alert {} is not sent", target.name(), QUEUE, alert.getId());
            }
        });
    }

    private void deliver(WebhookTarget target, BlockingQueue<Message> queue) {
        try {
            while (!closed.get()) {
                patiently(target, queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void patiently(WebhookTarget target, Message message) throws InterruptedException {
        for (int failures = 1; failures <= patience.attempts(); failures++) {
            String problem = send(target, message);
            if (problem.isEmpty()) {
                given(target, "sent");
                return;
            }
            given(target, "retried");
            LOG.warn("webhook {}: attempt {}: {}", target.name(), failures, problem);
            TimeUnit.MILLISECONDS.sleep(patience.pause(failures).toMillis());
        }
        given(target, "dropped");
        LOG.error("webhook {}: alert {} is given up", target.name(), message.id());
    }

    /** What went wrong; empty if nothing did. The address may be a secret and is not told. */
    private String send(WebhookTarget target, Message message) throws InterruptedException {
        byte[] body = WebhookBody.of(message.alert(), target.shape()).toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        target.headers().forEach(request::setHeader);
        try {
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? "" : "status " + answer.statusCode();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    private void given(WebhookTarget target, String outcome) {
        Counter.builder("entente.webhooks")
                .description("Messages to webhooks, by target and outcome.")
                .tag("target", target.name())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    @Override
    public void close() {
        closed.set(true);
        threads.forEach(Thread::interrupt);
    }
}
