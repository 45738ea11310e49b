package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.avro.Alert;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Posts to a web address. */
final class HttpDelivery implements Delivery {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** A target that asks for longer is asked again all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    /** Request timeout, too early, too many requests: the client errors that pass. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final WebhookTarget target;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpDelivery(WebhookTarget target) {
        this.target = target;
    }

    @Override
    public DeliveryResult tell(Alert alert, Instant now) throws InterruptedException {
        return post(WebhookBody.of(alert, target, now), WebhookBody.id(alert), now);
    }

    @Override
    public DeliveryResult repeat(Collection<Alert> open, Instant now) throws InterruptedException {
        return post(AlertmanagerBody.of(open, now), "repeat-" + now.toEpochMilli(), now);
    }

    private DeliveryResult post(JsonNode body, String key, Instant now) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8)));
        target.headers().forEach(request::setHeader);
        try {
            return result(client.send(request.build(), BodyHandlers.discarding()), now);
        } catch (IOException e) {
            return DeliveryResult.failed(e.getClass().getSimpleName());
        }
    }

    private static DeliveryResult result(HttpResponse<Void> answer, Instant now) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return DeliveryResult.TAKEN;
        }
        if (status / 100 == 3 || (status / 100 == 4 && !PASSING.contains(status))) {
            return DeliveryResult.refused("status " + status);
        }
        Optional<Duration> after = answer.headers().firstValue("Retry-After").flatMap(text -> wait(text, now));
        return new DeliveryResult(DeliveryResult.Kind.FAILED, "status " + status, after);
    }

    /** Seconds, or a date. */
    private static Optional<Duration> wait(String text, Instant now) {
        Duration wait;
        try {
            wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return wait.isNegative()
                ? Optional.empty()
                : Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
