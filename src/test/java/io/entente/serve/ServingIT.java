package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.cli.feed.LiveFeeds;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.collect.NewsWeb;
import io.entente.collect.Source;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.pipeline.Cluster;
import io.entente.pipeline.Completion;
import io.entente.pipeline.Pipeline;
import io.entente.pipeline.Stage;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SERVE beside the running stages on a real broker. */
class ServingIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration REPLY = Duration.ofSeconds(15);
    private static final Pattern METRIC = Pattern.compile("\\b(?:entente|kafka|jvm|process|system|logback)_[a-z0-9_]+");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(REPLY).build();

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Settings settings;
    private static Topics topics;
    private static Gazetteer gazetteer;
    private static Coder coder;
    private static Metrics metrics;
    private static Pipeline pipeline;
    private static Serving serving;

    @BeforeAll
    @Timeout(240)
    static void start() {
        cluster = new Cluster(folder);
        settings = cluster.settings("serving", 1, 2).with(Map.of("entente.http.port", "0"));
        topics = Cluster.topics(settings);
        gazetteer = Gazetteer.load();
        metrics = new Metrics();
        coder = metrics.timed(ArticleCoder.of(gazetteer));
        pipeline = Pipeline.start(settings, EnumSet.allOf(Stage.class), coder, AlertPolicies.builtIn());
        pipeline.bindTo(metrics.registry());
        serving = Serving.start(
                settings, topics, new Coders(coder, any -> coder), gazetteer, metrics, Serving.Stages.NONE);
        await().atMost(LIMIT).until(() -> status(serving, "/health/ready") == 200);
        List<Article> feed = Cluster.sampleFeed();
        Cluster.publish(settings, topics, feed);
        new Completion(settings, topics, 2).await(feed.get(feed.size() - 1).getPublishedAt(), LIMIT, () -> true);
        await().atMost(LIMIT)
                .until(() ->
                        json(serving, "/api/v1/alerts?state=open").get("items").size() >= 3);
        await().atMost(LIMIT).until(() -> json(serving, "/api/v1/alerts?state=open&severity=warning")
                .at("/items/0/id")
                .isTextual());
        await().atMost(LIMIT)
                .until(() ->
                        json(serving, "/api/v1/status").at("/counts/articles").asInt() == 72);
    }

    @AfterAll
    static void stop() {
        serving.close();
        pipeline.close();
        metrics.close();
        cluster.close();
    }

    private static HttpRequest.Builder request(Serving from, String path) {
        return HttpRequest.newBuilder(URI.create(from.url() + path)).timeout(REPLY);
    }

    private static String get(Serving from, String path) {
        try {
            return CLIENT.send(request(from, path).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(Serving from, String path) throws Exception {
        return CLIENT.send(request(from, path).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode json(Serving from, String path) {
        try {
            return JSON.readTree(get(from, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void anAlertLeadsToItsSentenceInItsArticle() {
        JsonNode alert =
                json(serving, "/api/v1/alerts?state=open&severity=warning").at("/items/0");
        JsonNode evidence =
                json(serving, "/api/v1/alerts/" + alert.get("id").asText()).at("/evidence/0");
        JsonNode article = json(
                serving, "/api/v1/articles/" + encoded(evidence.get("articleId").asText()));
        String text =
                article.path("title").asText() + "\n\n" + article.get("body").asText();
        assertThat(text).contains(evidence.get("sentence").asText());
        JsonNode statement = json(
                        serving, "/api/v1/events/" + evidence.get("eventId").asText())
                .at("/statements/0");
        assertThat(text.substring(
                        statement.get("begin").asInt(), statement.get("end").asInt()))
                .isEqualTo(statement.get("sentence").asText());
    }

    @Test
    void everyMetricOfRulesAndDashboardsIsInTheScrape() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (Path file : files("config/prometheus/rules.yml", "config/grafana/dashboards")) {
            Stream<String> expressions = Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("expr:") || line.contains("\"expr\":"));
            expressions.forEach(line -> {
                Matcher matcher = METRIC.matcher(line);
                while (matcher.find()) {
                    wanted.add(matcher.group());
                }
            });
        }
        assertThat(wanted).hasSizeGreaterThan(20);
        await().atMost(LIMIT).until(() -> get(serving, "/metrics").contains("entente_pair_tension{"));
        Set<String> present = new TreeSet<>();
        get(serving, "/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> present.add(line.split("[{ ]")[0]));
        assertThat(present).containsAll(wanted);
        assertThat(get(serving, "/metrics"))
                .containsPattern("entente_coder_seconds_count 7\\d")
                .containsPattern("entente_alerts_open\\{severity=\"WARNING\"} [1-9]")
                .contains("entente_dead_letters_total{reason=\"UNREADABLE\"} 0.0")
                .containsPattern("entente_stage_members\\{stage=\"RELATE\"} 1");
    }

    private static Set<Path> files(String... paths) throws IOException {
        Set<Path> files = new TreeSet<>();
        for (String path : paths) {
            try (Stream<Path> found = Files.walk(Path.of(path))) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void aCollectorInAProcessOfItsOwnIsSeen() throws Exception {
        Settings own = settings.with(Map.of("entente.collect.networks", "127.0.0.0/8"));
        try (NewsWeb news = new NewsWeb(Instant::now)) {
            Source source = new Source("Empty Wire", news.url(2, "/feed"));
            LiveFeeds feeds = new LiveFeeds(List.of(source), folder.resolve("collect"), false, own, topics);
            try (feeds) {
                feeds.start();
                await().atMost(LIMIT).until(() -> collector("/state").equals("RUNNING"));
                await().atMost(LIMIT)
                        .until(() -> collector("/worst/0/lastError").contains("404"));
            }
            await().atMost(LIMIT).until(() -> collector("/state").equals("STOPPED"));
        }
        assertThat(json(serving, "/api/v1/status").path("collectors")).hasSize(1);
        assertThat(get(serving, "/metrics")).contains("entente_collectors{state=\"STOPPED\"} 1.0");
    }

    private static String collector(String field) {
        return json(serving, "/api/v1/status")
                .path("collectors")
                .path(0)
                .at(field)
                .asText();
    }

    @Test
    void severalInstancesAnswerAlike() throws Exception {
        JsonNode open = json(serving, "/api/v1/alerts?state=open");
        String id = open.at("/items/0/id").asText();
        HttpRequest acknowledge = request(serving, "/api/v1/alerts/" + id + "/acknowledgement")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"note\":\"seen\"}"))
                .build();
        // One that becomes more severe in the meantime must be acknowledged again.
        await().atMost(LIMIT).until(() -> {
            assertThat(CLIENT.send(acknowledge, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(202);
            return json(serving, "/api/v1/alerts/" + id).get("acknowledged").asBoolean();
        });

        Settings other = settings.with(
                Map.of("entente.state.dir", folder.resolve("other").toString()));
        try (Metrics meters = new Metrics();
                Serving second = Serving.start(
                        other, topics, new Coders(coder, any -> coder), gazetteer, meters, Serving.Stages.NONE)) {
            assertThat(second.awaitReady(LIMIT, () -> true)).isTrue();
            for (String path : new String[] {
                "/api/v1/pairs?limit=500", "/api/v1/events?limit=500", "/api/v1/statements?limit=500", "/api/v1/alerts",
                "/api/v1/pairs/ECU-PER", "/api/v1/pairs/ECU-PER?granularity=hour&days=14", "/api/v1/matrix",
                        "/api/v1/mutes"
            }) {
                assertThat(get(second, path)).as(path).isEqualTo(get(serving, path));
            }
        }
    }
}
