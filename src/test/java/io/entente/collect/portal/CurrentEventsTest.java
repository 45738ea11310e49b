package io.entente.collect.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.entente.article.Articles;
import io.entente.avro.Article;
import io.entente.collect.CollectState;
import io.entente.collect.NewsWeb;
import io.entente.collect.SimulatedTime;
import io.entente.collect.TakenArticles;
import io.entente.collect.web.AddressGuard;
import io.entente.collect.web.Web;
import io.entente.collect.web.WebLimits;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentEventsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private final SimulatedTime time = new SimulatedTime(NOW);
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> pages = new TreeMap<>();
    private final List<Article> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private NewsWeb news;
    private int atMost = Integer.MAX_VALUE;
    private int failing;

    @BeforeEach
    void open() throws IOException {
        news = new NewsWeb(time::now);
        news.page(2, "/w/api.php", this::answer);
        news.page(
                2,
                "/robots.txt",
                exchange -> NewsWeb.send(exchange, 200, "text/plain", NewsWeb.utf8("User-agent: *\nDisallow: /w/\n")));
    }

    @AfterEach
    void close() {
        news.close();
    }

    /** As the MediaWiki API does, with as many texts as it likes. */
    private void answer(HttpExchange exchange) throws IOException {
        if (requests.incrementAndGet() <= failing) {
            NewsWeb.send(
                    exchange,
                    200,
                    "application/json",
                    NewsWeb.utf8("{\"error\": {\"code\": \"maxlag\", \"info\": \"Waiting for a database server\"}}"));
            return;
        }
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        String[] titles = query.replaceFirst(".*titles=", "").split("\\|");
        assertThat(titles.length).isLessThanOrEqualTo(50);
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode found = answer.putObject("query").putArray("pages");
        int texts = 0;
        for (String title : titles) {
            ObjectNode page = found.addObject().put("title", title);
            if (!pages.containsKey(title)) {
                page.put("missing", true);
            } else if (texts++ < atMost) {
                page.putArray("revisions")
                        .addObject()
                        .putObject("slots")
                        .putObject("main")
                        .put("content", pages.get(title));
            }
        }
        NewsWeb.send(exchange, 200, "application/json", mapper.writeValueAsBytes(answer));
    }

    private void page(String day, String... items) {
        StringBuilder page = new StringBuilder("{{Current events|content=\n*[[A topic]]\n");
        for (String item : items) {
            page.append("**").append(item).append("\n");
        }
        pages.put(PortalArticles.title(LocalDate.parse(day)), page.append("|}}").toString());
    }

    private boolean collect(String from, boolean follow, Duration during) throws InterruptedException {
        try (CollectState state = new CollectState(folder);
                Web web = new Web(
                        new AddressGuard(List.of("127.0.0.0/8")), WebLimits.DEFAULT, "Entente/test", "entente", time)) {
            CurrentEvents events = new CurrentEvents(
                    web, news.url(2, "/"), Duration.ofMinutes(30), follow, new TakenArticles(state), published::addAll);
            time.until(time.now().plus(during), web::stop);
            events.begin(LocalDate.parse(from));
            web.run();
            return !events.failed();
        }
    }

    private List<String> bodies() {
        return published.stream().map(Article::getBody).toList();
    }

    @Test
    void readsYearsFiftyDaysARequestInTheOrderOfDays() throws Exception {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.isBefore(LocalDate.of(2026, 3, 3)); day = day.plusDays(1)) {
            page(day.toString(), "Northland warns Southland on " + day + ". [https://wire.example/" + day + " (Wire)]");
        }
        atMost = 30;

        assertThat(collect("2024-01-01", false, Duration.ofDays(1))).isTrue();

        assertThat(published).hasSize(792);
        assertThat(published)
                .extracting(Article::getPublishedAt)
                .isSorted()
                .startsWith(Instant.parse("2024-01-01T00:00:00Z"))
                .endsWith(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(requests.get()).as("thirty texts an answer").isEqualTo(27);
        Article first = published.get(0);
        assertThat(first.getUrl().orElseThrow()).endsWith("/wiki/Portal:Current_events/2024_January_1");
        assertThat(first.getOutlet()).contains("Wikipedia: Current events");
        assertThat(first.getTitle()).contains("A topic");
        assertThat(published).extracting(Articles::id).doesNotHaveDuplicates();
    }

    @Test
    void followsPagesThatGrowAndPublishesNothingTwice() throws Exception {
        page("2026-03-01", "Northland warns Southland. [https://wire.example/1 (Wire)]");
        collect("2026-03-01", true, Duration.ofHours(1));
        page(
                "2026-03-01",
                "Northland warns Southland again, it is said. [https://wire.example/1 (Wire)]",
                "Southland mocks Northland. [https://wire.example/2 (Wire)]");
        page("2026-03-02", "Northland closes its border. [https://wire.example/3 (Wire)]");
        collect("2026-03-01", true, Duration.ofHours(14));

        assertThat(bodies())
                .containsExactly(
                        "Northland warns Southland.", "Southland mocks Northland.", "Northland closes its border.");
    }

    @Test
    void triesAgainWhenTheServerIsBusyAndGivesUpInTheEnd() throws Exception {
        page("2026-03-01", "Northland warns Southland. [https://wire.example/1 (Wire)]");
        failing = 3;
        assertThat(collect("2026-03-01", false, Duration.ofDays(1))).isTrue();
        assertThat(published).hasSize(1);

        failing = Integer.MAX_VALUE;
        assertThat(collect("2026-03-01", false, Duration.ofDays(1))).isFalse();
    }
}
