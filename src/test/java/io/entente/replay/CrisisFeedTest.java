package io.entente.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.clock.ClockSettings;
import io.entente.coder.ArticleCoder;
import io.entente.relation.RelateSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four days of a crisis in the prose of several agencies: each of its acts is one event with several sources. */
class CrisisFeedTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<JsonNode> EVENTS = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void replay() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CrisisFeedTest.class.getResourceAsStream("crisis-feed.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(article(MAPPER.readTree(line)));
            }
        }
        try (ReplayFiles files = new ReplayFiles(folder, false, new ReplaySummary())) {
            Replay replay = new Replay(
                    ArticleCoder.of(Gazetteer.load()),
                    ClockSettings.DATA,
                    RelateSettings.defaults(),
                    AlertPolicies.builtIn(),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    files,
                    refused -> {
                        throw new AssertionError(refused);
                    });
            articles.sort(Comparator.comparing(Article::getPublishedAt));
            replay.accept(articles);
            replay.finish();
        }
        for (String line : Files.readAllLines(folder.resolve("events.jsonl"))) {
            EVENTS.add(MAPPER.readTree(line));
        }
    }

    private static Article article(JsonNode json) {
        return Article.newBuilder()
                .setId(json.get("id").asText())
                .setUrl(json.get("url").asText())
                .setOutlet(json.get("outlet").asText())
                .setTitle(json.get("title").asText())
                .setBody(json.get("body").asText())
                .setLanguage("en")
                .setPublishedAt(Instant.parse(json.get("publishedAt").asText()))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "AZE, ARM, ASSAULT, 4",
        "POL, BLR, SANCTION, 3",
        "BLR, POL, SANCTION, 4",
        "COL, VEN, SANCTION, 3",
        "VEN, COL, SANCTION, 2",
        "IRN, KOR, COERCE, 3",
        "KAZ, UZB, AGREE, 3",
        "EGY, ETH, CONSULT, 3"
    })
    void actIsOneEvent(String source, String target, String type, int sources) {
        assertThat(EVENTS)
                .filteredOn(event -> event.get("source").asText().equals(source)
                        && event.get("target").asText().equals(target)
                        && event.get("event").asText().equals(type))
                .singleElement()
                .satisfies(event -> assertThat(event.get("reports").asInt()).isGreaterThanOrEqualTo(sources));
    }

    @Test
    void remarksBesideTheActsAreFew() {
        assertThat(EVENTS).hasSizeLessThanOrEqualTo(17);
    }
}
