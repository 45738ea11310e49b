package io.entente.serve;

import io.entente.avro.Alert;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts alerts to one target, and counts what comes of it. */
final class WebhookSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebhookTarget target;
    private final MeterRegistry registry;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookSender(WebhookTarget target, MeterRegistry registry) {
        this.target = target;
        this.registry = registry;
    }

    /** What went wrong; empty if nothing did. The address may be a secret and is not told. */
    String send(Alert alert) throws InterruptedException {
        byte[] body = WebhookBody.of(alert, target.shape()).toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", WebhookBody.id(alert))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        target.headers().forEach(request::setHeader);
        try {
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? "" : "status " + answer.statusCode();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Counts {@code sent}, {@code retried} or {@code dropped}. */
    void count(String outcome) {
        Counter.builder("entente.webhooks")
                .description("Messages to webhooks, by target and outcome.")
                .tag("target", target.name())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
