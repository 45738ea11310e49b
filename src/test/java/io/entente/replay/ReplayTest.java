package io.entente.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.clock.ClockSettings;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.relation.RelateSettings;
import io.entente.relation.StatementFate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Instant START = Instant.parse("2024-03-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());

    @TempDir
    private Path folder;

    private final List<String> refusals = new ArrayList<>();
    private final ReplaySummary summary = new ReplaySummary();

    private Replay replay(Path out, boolean changelog, List<Article> articles) throws IOException {
        try (ReplayFiles files = new ReplayFiles(out, changelog, summary)) {
            Replay replay = new Replay(
                    CODER,
                    ClockSettings.DATA,
                    RelateSettings.defaults(),
                    AlertPolicies.builtIn(),
                    NOW,
                    files,
                    refusals::add);
            for (int i = 0; i < articles.size(); i += 7) {
                replay.accept(articles.subList(i, Math.min(articles.size(), i + 7)));
            }
            replay.finish();
            return replay;
        }
    }

    private static Article article(String id, String outlet, Instant time, String body) {
        return Article.newBuilder()
                .setId(id)
                .setOutlet(outlet)
                .setBody(body)
                .setLanguage("en")
                .setPublishedAt(time)
                .build();
    }

    /** Forty days of a quarrel; each story is printed twice, and some articles come a day late. */
    private static List<Article> feed() {
        List<Article> articles = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            String town = "Town" + (char) ('A' + day % 26) + (char) ('a' + day % 26);
            String body = "Peru accused Ecuador on Monday of shelling a depot near " + town + " and killing "
                    + (day + 2) + " soldiers.\n\nEcuador thanked Chile for its help.";
            Instant time = START.plus(Duration.ofDays(day - (day % 5 == 4 ? 1 : 0)));
            articles.add(article("a" + day, "North Wire", time, body));
            articles.add(article("b" + day, "Harbour Post", time.plusSeconds(60), body));
        }
        return articles;
    }

    private static List<JsonNode> rows(Path folder, String name) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name + ".jsonl"))) {
            rows.add(MAPPER.readTree(line));
        }
        return rows;
    }

    @Test
    void copiesAreOneEvent() throws IOException {
        replay(folder, false, feed());
        List<JsonNode> accusations = rows(folder, ReplayFiles.EVENTS).stream()
                .filter(event -> event.get("event").textValue().equals("ACCUSE"))
                .toList();
        assertThat(accusations)
                .hasSize(40)
                .allMatch(event -> event.get("copies").intValue() == 1);
        assertThat(summary.pairs()).extracting(row -> row.pair()).contains("ECU-PER", "CHL-ECU");
        assertThat(refusals).isEmpty();
    }

    @Test
    void fiveCopiesOfTheSampleFeedAreOneEventEach() throws IOException {
        replay(folder, false, sampleFeed());
        List<JsonNode> events = rows(folder, ReplayFiles.EVENTS).stream()
                .filter(event -> event.get("pair").textValue().equals("CAN-VNM"))
                .filter(event -> event.get("publishedAt").textValue().startsWith("2024-03-17"))
                .toList();
        assertThat(events)
                .extracting(event -> event.get("source").textValue() + " "
                        + event.get("event").textValue())
                .doesNotHaveDuplicates()
                .contains("VNM ACCUSE", "CAN SANCTION");
        assertThat(events)
                .filteredOn(event -> event.get("source").textValue().equals("VNM"))
                .allSatisfy(event -> {
                    assertThat(event.get("reports").intValue()).isEqualTo(1);
                    assertThat(event.get("copies").intValue()).isEqualTo(4);
                    assertThat(event.get("outlets")).hasSize(5);
                });
    }

    @Test
    void clashesOfTwoDaysAndOfOneDayAreTold() throws IOException {
        replay(
                folder,
                false,
                List.of(
                        article(
                                "c1",
                                "North Wire",
                                START,
                                "Peruvian troops shelled an Ecuadorian post near Loja on Friday, killing two."),
                        article(
                                "c2",
                                "Harbour Post",
                                START.plusSeconds(7200),
                                "Peruvian troops shelled an Ecuadorian pier at Machala on Friday, wounding nine."),
                        article(
                                "c3",
                                "Andes Ledger",
                                START.plusSeconds(9000),
                                "Near Loja, two were killed when Peruvian troops shelled an Ecuadorian post.")));
        List<JsonNode> assaults = rows(folder, ReplayFiles.EVENTS).stream()
                .filter(event -> event.get("event").textValue().equals("ASSAULT"))
                .toList();
        assertThat(assaults)
                .extracting(event ->
                        event.get("reports").intValue() + event.get("copies").intValue())
                .containsExactly(2, 1);
    }

    private static List<Article> sampleFeed() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (InputStream stream =
                Objects.requireNonNull(Coder.class.getResourceAsStream("/io/entente/cli/sample-feed.jsonl"))) {
            articles.addAll(new ArticleReader().readAll("sample", stream));
        }
        return articles;
    }

    @Test
    void sameInputGivesTheSameFiles() throws IOException {
        replay(folder.resolve("one"), false, sampleFeed());
        replay(folder.resolve("two"), false, sampleFeed());
        assertThat(rows(folder.resolve("one"), ReplayFiles.ALERTS)).isNotEmpty();
        for (String name : List.of("statements", "events", "relations.hourly", "relations.daily", "alerts")) {
            assertThat(folder.resolve("one").resolve(name + ".jsonl"))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(name + ".jsonl"));
        }
    }

    @Test
    void tablesHoldTheLastVersionsOfTheChangelog() throws IOException {
        replay(folder.resolve("tables"), false, feed());
        replay(folder.resolve("changelog"), true, feed());
        for (String name : List.of("events", "relations.hourly", "relations.daily", "alerts")) {
            Map<String, JsonNode> last = new LinkedHashMap<>();
            rows(folder.resolve("changelog"), name)
                    .forEach(line -> last.put(line.get("key").textValue(), line.get("value")));
            last.values().removeIf(JsonNode::isNull);
            assertThat(rows(folder.resolve("tables"), name)).containsExactlyInAnyOrderElementsOf(last.values());
        }
    }

    @Test
    void whatIsFrozenIsWrittenBeforeTheFeedEnds() throws IOException {
        List<Article> feed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            feed.addAll(feed().stream().map(later(i)).toList());
        }
        feed.sort(Comparator.comparing(Article::getPublishedAt));
        try (ReplayFiles files = new ReplayFiles(folder, false, summary)) {
            Replay replay = new Replay(
                    CODER,
                    ClockSettings.DATA,
                    RelateSettings.defaults(),
                    AlertPolicies.builtIn(),
                    NOW,
                    files,
                    refusals::add);
            replay.accept(feed);
            replay.drain();
            assertThat(summary.events()).isGreaterThan(200);
        }
        assertThat(summary.events()).isEqualTo(rows(folder, ReplayFiles.EVENTS).size());
    }

    private static UnaryOperator<Article> later(int times) {
        return article -> Article.newBuilder(article)
                .setId(article.getId().orElseThrow() + "-" + times)
                .setPublishedAt(article.getPublishedAt().plus(Duration.ofDays(40L * times)))
                .build();
    }

    @Test
    void refusesWhatIsDatedAfterItsArrival() throws IOException {
        List<Article> articles = new ArrayList<>(feed());
        articles.add(article("future", "North Wire", NOW.plus(Duration.ofHours(2)), "Peru thanked Chile."));
        Replay replay = replay(folder, false, articles);
        assertThat(refusals).singleElement().asString().contains("future").contains("publishedAt");
        assertThat(replay.counts().refused()).isEqualTo(1);
        assertThat(replay.counts().articles()).isEqualTo(80);
    }

    @Test
    void countsWhatIsDatedTooFarAheadAndWhatIsLate() throws IOException {
        List<Article> articles = new ArrayList<>(feed());
        articles.add(40, article("ahead", "North Wire", START.plus(Duration.ofDays(400)), "Peru thanked Chile."));
        articles.add(60, article("late", "North Wire", START, "Peru thanked Chile for its help."));
        Replay replay = replay(folder, false, articles);

        assertThat(replay.counts().outliers()).isEqualTo(1);
        assertThat(replay.counts().late()).isEqualTo(1);
        assertThat(replay.counts().of(StatementFate.LATE)).isPositive();
    }

    @Test
    void aCoderThatOverflowsItsStackCostsOneArticle() throws IOException {
        Coder deep = new Coder() {
            @Override
            public EnrichedArticle code(Article article) {
                return article.getBody().contains("deep") ? code(article) : CODER.code(article);
            }
        };
        List<Article> articles = new ArrayList<>(feed());
        articles.add(3, article("deep", "North Wire", START, "A deep sentence."));
        try (ReplayFiles files = new ReplayFiles(folder, false, summary)) {
            Replay replay = new Replay(
                    deep,
                    ClockSettings.DATA,
                    RelateSettings.defaults(),
                    AlertPolicies.builtIn(),
                    NOW,
                    files,
                    refusals::add);
            replay.accept(articles);
            replay.finish();
            assertThat(replay.counts().refused()).isEqualTo(1);
            assertThat(replay.counts().articles()).isEqualTo(80);
        }
        assertThat(refusals).singleElement().asString().contains("StackOverflowError");
    }
}
