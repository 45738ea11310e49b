package io.entente.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.actor.Gazetteer;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.clock.Lateness;
import io.entente.coder.Coder;
import io.entente.serve.http.Access;
import io.entente.serve.http.WebServer;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.ReadModelStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The API over a small read model, without Kafka. */
final class ApiFixture implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    final ReadModel model;
    final Live live = new Live();
    final HttpClient client = HttpClient.newHttpClient();
    private final WebServer web;

    ApiFixture(Path folder, Optional<String> token) {
        this(
                folder,
                token,
                ActorLabels.of(List.of(
                        new DictionaryEntry("China", "country", "CHN", "China", null, null, null),
                        new DictionaryEntry("Russia", "country", "RUS", "Russia", null, null, null))));
    }

    /** With the names that the product knows. */
    static ApiFixture withDictionaries(Path folder) {
        return new ApiFixture(folder, Optional.empty(), ActorLabels.of(Gazetteer.load()));
    }

    private ApiFixture(Path folder, Optional<String> token, ActorLabels names) {
        model = new ReadModel(folder, new ReadModel.Limits(Duration.ofDays(90), 1000, 1000));
        fill();
        ReadModelStatus source = new ReadModelStatus() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public boolean alive() {
                return true;
            }

            @Override
            public void describe(ObjectNode status) {
                status.putObject("reading").put("records", 0).put("remaining", 0);
                status.putArray("stages");
                status.putObject("deadLetters");
            }
        };
        Coder coder = article -> Sample.article("pasted");
        Api api = new Api(
                model,
                source,
                live,
                new Coders(coder, any -> coder),
                names,
                model::attention,
                new Lateness(Duration.ofDays(3)),
                Clock.systemUTC());
        web = WebServer.start("127.0.0.1", 0, Access.of("127.0.0.1", token), api);
    }

    private void fill() {
        Instant day = Sample.NOON.truncatedTo(ChronoUnit.DAYS);
        for (String pair : List.of("CHN-RUS", "CHN-USA", "FRA-RUS")) {
            String[] codes = pair.split("-");
            for (int i = 0; i < 5; i++) {
                Event event =
                        Sample.event("e" + i + "-" + pair, codes[i % 2], codes[1 - i % 2], Sample.NOON.minusSeconds(i));
                model.event(pair + "|" + event.getId(), event);
            }
            model.window(Granularity.DAY, pair + "|" + day, Sample.window(pair, Granularity.DAY, day, 5));
            model.window(Granularity.HOUR, pair + "|" + day, Sample.window(pair, Granularity.HOUR, day, 5));
        }
        Event passing = Event.newBuilder(Sample.event("e4-FRA-RUS", "FRA", "RUS", Sample.NOON.minusSeconds(4)))
                .setProminent(false)
                .setReports(2)
                .build();
        model.event("FRA-RUS|e4-FRA-RUS", passing);
        Event hostile = Event.newBuilder(Sample.event("e1", "CHN", "RUS", Sample.NOON))
                .setUrl("javascript:alert(1)")
                .setTitle("<script>alert(1)</script>")
                .setSentence("=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>")
                .build();
        model.event("CHN-RUS|e1", hostile);
        model.statement(Sample.statement("s-e1", "CHN", "RUS", Sample.NOON));
        model.article(Sample.article("a/e 1", Sample.statement("s-e1", "CHN", "RUS", Sample.NOON)));
        Alert alert = Sample.alert("al1", "CHN-RUS", AlertState.OPEN, Sample.NOON);
        model.alert("CHN-RUS|al1", alert);
        model.alert("CHN-USA|al2", Sample.alert("al2", "CHN-USA", AlertState.RESOLVED, Sample.NOON));
    }

    URI uri(String path) {
        return URI.create(web.url() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    @Override
    public void close() {
        live.close();
        web.close();
        model.close();
    }
}
