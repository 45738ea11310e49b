package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live stream, as clients see it. */
@Timeout(60)
class LiveTest {
    private ApiFixture api;

    @BeforeEach
    void start(@TempDir Path folder) {
        api = new ApiFixture(folder, Optional.empty());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static ObjectNode data(int number) {
        return JsonNodeFactory.instance.objectNode().put("number", number);
    }

    /** A client that reads message by message: once it has the first one, it is among those that are sent to. */
    private final class Client implements AutoCloseable {
        private final BufferedReader reader;

        Client(String query, String lastId) throws Exception {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(api.uri("/api/v1/live" + query)).header("Accept", "text/event-stream");
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            InputStream body = api.client
                    .send(request.build(), BodyHandlers.ofInputStream())
                    .body();
            reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        Map<String, String> next() throws Exception {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line = reader.readLine(); !(line == null || line.isEmpty()); line = reader.readLine()) {
                String[] parts = line.split(": ", 2);
                fields.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            return fields;
        }

        @Override
        public void close() throws Exception {
            reader.close();
        }
    }

    @Test
    void resumesWhereTheClientLeft() throws Exception {
        String id;
        try (Client client = new Client("", null)) {
            assertThat(client.next()).containsEntry("event", "hello");
            api.live.send("alert", data(1));
            Map<String, String> first = client.next();
            assertThat(first).containsEntry("event", "alert").containsEntry("data", "{\"number\":1}");
            id = first.get("id");
        }
        api.live.send("alert", data(2));
        api.live.send("alert", data(3));
        try (Client client = new Client("", id)) {
            assertThat(client.next()).containsEntry("data", "{\"number\":2}");
            assertThat(client.next()).containsEntry("data", "{\"number\":3}");
        }
    }

    @Test
    void asksToLoadAnewWhereTheMissedIsNotKnown() throws Exception {
        try (Client client = new Client("", "another-17")) {
            assertThat(client.next()).containsEntry("event", "reset");
        }
    }

    @Test
    void aBurstIsAFewMessages() throws Exception {
        try (Client client = new Client("?names=events", null)) {
            assertThat(client.next()).containsEntry("event", "hello");
            for (int i = 0; i < 150; i++) {
                api.live.event(data(i));
            }
            api.live.send("alert", data(0)); // not asked for
            api.live.flush();
            Map<String, String> message = client.next();
            assertThat(message).containsEntry("event", "events");
            assertThat(ApiFixture.JSON
                            .readTree(message.get("data"))
                            .get("omitted")
                            .asInt())
                    .isEqualTo(50);
        }
    }

    @Test
    void aSlowClientIsDroppedAndTheOthersNoticeNothing() throws Exception {
        ObjectNode large = data(0).put("text", "x".repeat(100_000));
        try (Socket slow = new Socket(api.uri("/").getHost(), api.uri("/").getPort());
                Client quick = new Client("?names=status", null)) {
            slow.setReceiveBufferSize(1024);
            slow.getOutputStream()
                    .write(
                            "GET /api/v1/live?names=alert HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> api.live.clients() == 2);
            assertThat(quick.next()).containsEntry("event", "hello");
            for (int i = 0; api.live.dropped() == 0; i++) {
                assertThat(i).isLessThan(5_000);
                api.live.send("alert", large);
            }
            api.live.send("status", data(7));
            assertThat(quick.next()).containsEntry("data", "{\"number\":7}");
            assertThat(api.live.clients()).isEqualTo(1);
        }
    }
}
