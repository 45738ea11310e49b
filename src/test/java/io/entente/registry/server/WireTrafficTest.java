package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients in other languages send, and what they expect: kafkajs' registry client 3 and confluent-kafka for Python 1.7 as they were recorded
 * against this registry with schemas of ours, and the forms of Python's version 2 (capitalised booleans, nulls, a limit of -1).
 */
class WireTrafficTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"kafkajs", "confluent-kafka-python", "confluent-kafka-python-2"})
    void answersAsTheClientExpects(String client) throws Exception {
        Path recording = Path.of("src/test/resources/registry/" + client + ".jsonl");
        try (MemoryRegistry registry = new MemoryRegistry()) {
            for (String line : Files.readAllLines(recording)) {
                JsonNode exchange = JSON.readTree(line);
                HttpResponse<String> response = http.send(request(registry, exchange), BodyHandlers.ofString());
                assertThat(response.statusCode())
                        .as(line)
                        .isEqualTo(exchange.path("status").asInt());
                assertThat(JSON.readTree(response.body())).as(line).isEqualTo(exchange.path("answer"));
            }
        }
    }

    private static HttpRequest request(MemoryRegistry registry, JsonNode exchange) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(registry.url() + exchange.path("path").asText()));
        for (String header : new String[] {"content-type", "accept"}) {
            if (exchange.has(header)) {
                request.header(header, exchange.path(header).asText());
            }
        }
        return request.method(
                        exchange.path("method").asText(),
                        exchange.has("body")
                                ? BodyPublishers.ofString(exchange.path("body").toString())
                                : BodyPublishers.noBody())
                .build();
    }
}
