package io.entente.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entente.registry.RegistrySettings.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to whichever endpoint answers: the next is tried where one cannot be reached or cannot serve, and all of
 * them again after a wait.
 */
final class RegistryTransport {
    private static final Logger log = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Less time than that is not worth a request. */
    private static final long LEAST_NANOS = Duration.ofMillis(10).toNanos();

    /**
     * How long to go on asking.
     *
     * @param limit for all tries together
     * @param retries at most
     */
    record Patience(Duration limit, int retries) {}

    private final RegistrySettings settings;
    private final Patience untiring;
    private final HttpClient http;
    /** Where the last answer came from: asked first. */
    private volatile int preferred;

    RegistryTransport(RegistrySettings settings) {
        this.settings = settings;
        this.untiring = new Patience(Duration.ofDays(1), settings.retries());
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        settings.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    JsonNode get(String path, String purpose) {
        return get(path, purpose, untiring);
    }

    JsonNode get(String path, String purpose, Patience patience) {
        return send("GET", path, BodyPublishers.noBody(), purpose, patience);
    }

    JsonNode post(String path, JsonNode body, String purpose) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), purpose, untiring);
    }

    JsonNode put(String path, JsonNode body, String purpose) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), purpose, untiring);
    }

    /** Where it looks, for messages. */
    String urls() {
        return settings.urls();
    }

    /** @param purpose what the request is for, as in "cannot {purpose}" */
    private JsonNode send(String method, String path, BodyPublisher body, String purpose, Patience patience) {
        long end = System.nanoTime() + patience.limit.toNanos();
        Outcome last = tryAll(method, path, body, purpose, end);
        long wait = settings.retryWait().toMillis();
        for (int retry = 0; last.answer == null && retry < patience.retries; retry++, wait *= 2) {
            if (TimeUnit.MILLISECONDS.toNanos(wait) > end - System.nanoTime()) {
                break;
            }
            log.warn("no schema registry serves ({}); trying again in {} ms", last.reason, wait);
            pause(wait);
            last = tryAll(method, path, body, purpose, end);
        }
        if (last.answer == null) {
            throw new RegistryUnavailableException(
                    purpose,
                    "no schema registry serves at " + settings.urls() + " (" + last.reason + "); is it up, and is "
                            + RegistrySettings.URL + " right?",
                    last.cause != null,
                    last.cause);
        }
        return last.answer;
    }

    /** An answer, or why there is none; the cause where nothing was heard. */
    private record Outcome(@Nullable JsonNode answer, String reason, @Nullable Throwable cause) {}

    private Outcome tryAll(String method, String path, BodyPublisher body, String purpose, long end) {
        int first = preferred;
        int count = settings.endpoints().size();
        Outcome outcome = new Outcome(null, "", null);
        for (int i = 0; i < count && outcome.answer == null; i++) {
            int index = (first + i) % count;
            long share = Math.max(LEAST_NANOS, (end - System.nanoTime()) / (count - i));
            Duration timeout =
                    Duration.ofNanos(Math.min(share, settings.readTimeout().toNanos()));
            outcome = tryOne(settings.endpoints().get(index), method, path, body, purpose, timeout);
            if (outcome.answer != null) {
                preferred = index;
            }
        }
        return outcome;
    }

    private Outcome tryOne(
            Endpoint endpoint, String method, String path, BodyPublisher body, String purpose, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .timeout(timeout)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body);
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            int status = response.statusCode();
            if (status >= 500 || status == TOO_MANY_REQUESTS) {
                return new Outcome(null, endpoint + " answered with status " + status, null);
            }
            return new Outcome(answer(endpoint, status, response.body(), purpose), "", null);
        } catch (IOException e) {
            return new Outcome(null, endpoint + ": " + reason(e), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static JsonNode answer(Endpoint endpoint, int status, String body, String purpose) {
        JsonNode json = parse(body);
        if (status / 100 == 2 && !json.isMissingNode()) {
            return json;
        }
        String reason = json.path("message").asText("status " + status);
        int code = json.path("error_code").asInt(status);
        String message = "cannot " + purpose + ": the schema registry at " + endpoint + " answers \"" + reason + "\" ("
                + code + ")";
        switch (status) {
            case 401, 403 ->
                throw new RegistryRefusedException(
                        message + "; check basic.auth.credentials.source, basic.auth.user.info and the user's rights",
                        status,
                        code);
            case 409 ->
                throw new IncompatibleSchemaException(
                        message + "; change the schema so that the subject's earlier versions stay readable,"
                                + " or deploy under another topic prefix",
                        code);
            default -> {
                if (status / 100 == 4) {
                    throw new RegistryRefusedException(message, status, code);
                }
                throw new RegistryRefusedException(
                        message + "; is " + RegistrySettings.URL + " the address of a schema registry?", status, code);
            }
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a proxy's page, say
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
