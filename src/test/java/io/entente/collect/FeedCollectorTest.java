package io.entente.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.avro.Article;
import io.entente.collect.web.AddressGuard;
import io.entente.collect.web.Web;
import io.entente.collect.web.WebLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCollectorTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final String RSS = "application/rss+xml";
    private static final String TEXT =
            "The ministers of two states met for talks about a border that both of them claim.";
    private static final WebLimits LIMITS = new WebLimits(200_000, Duration.ofSeconds(1), 5, Duration.ofSeconds(1), 6);

    @TempDir
    Path folder;

    private final SimulatedTime time = new SimulatedTime(BEGIN);
    private final List<Article> published = new CopyOnWriteArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private NewsWeb news;
    private ArticleOutput output = published::addAll;
    private boolean fullText;
    private Consumer<CollectState> beforePolls = state -> {};
    private List<String> allowed = List.of("127.0.0.0/8");

    @BeforeEach
    void open() throws IOException {
        news = new NewsWeb(time::now);
    }

    @AfterEach
    void close() {
        news.close();
    }

    private void source(String name, URI url) {
        sources.add(new Source(name, url));
    }

    /** Collects for a while, and gives the sources' health at its end. */
    private Map<String, SourceHealth> collect(Duration during) throws InterruptedException {
        CollectSettings settings =
                new CollectSettings(Duration.ofMinutes(15), Duration.ofDays(3), Duration.ofHours(1), "", allowed);
        try (CollectState state = new CollectState(folder);
                Web web = new Web(new AddressGuard(allowed), LIMITS, "Entente/test", "entente", time)) {
            FeedCollector collector = new FeedCollector(sources, settings, fullText, web, state, new Random(1), output);
            time.until(time.now().plus(during), web::stop);
            beforePolls.accept(state);
            collector.begin();
            web.run();
            return collector.health().stream().collect(Collectors.toMap(SourceHealth::name, health -> health));
        }
    }

    private List<String> idsOf(String outlet) {
        return published.stream()
                .filter(article -> article.getOutlet().orElse("").equals(outlet))
                .map(article -> article.getId().orElseThrow())
                .toList();
    }

    private static String[] hours(String outlet, int count) {
        return IntStream.range(0, count).mapToObj(hour -> outlet + "-" + hour).toArray(String[]::new);
    }

    private NewsWeb.Page feed(String outlet) {
        return exchange -> NewsWeb.send(exchange, 200, RSS, NewsWeb.utf8(NewsWeb.rss(outlet, BEGIN, time.now(), TEXT)));
    }

    @Test
    void takesEveryArticleOnceInADayWithRestartsWhateverOtherSourcesDo() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger hanging = new AtomicInteger();
        AtomicInteger servedMeanwhile = new AtomicInteger();
        AtomicInteger version = new AtomicInteger();
        source("slow", news.page(2, "/feed", exchange -> {
            hanging.incrementAndGet();
            await(over);
            hanging.decrementAndGet();
        }));
        source("good", news.page(3, "/feed", exchange -> {
            String etag = "\"" + Duration.between(BEGIN, time.now()).toHours() + "\"";
            servedMeanwhile.addAndGet(hanging.get());
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                feed("good").answer(exchange);
            }
        }));
        source("restless", news.page(4, "/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v" + version.incrementAndGet() + "\"");
            feed("restless").answer(exchange);
        }));
        source("gone", news.page(5, "/feed", exchange -> exchange.sendResponseHeaders(410, -1)));
        URI home = news.page(6, "/new", feed("moved"));
        source("moved", news.page(7, "/old", exchange -> NewsWeb.redirect(exchange, 301, home.toString())));
        source("huge", news.page(8, "/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[2 * LIMITS.bytes()]);
        }));
        source(
                "inward",
                news.page(
                        9,
                        "/feed",
                        exchange -> NewsWeb.redirect(exchange, 302, "http://169.254.169.254/latest/meta-data/")));
        AtomicInteger asked = new AtomicInteger();
        source("busy", news.page(10, "/feed", exchange -> {
            if (asked.incrementAndGet() == 2) {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                exchange.sendResponseHeaders(429, -1);
            } else {
                feed("busy").answer(exchange);
            }
        }));
        source("gzip", news.page(11, "/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            NewsWeb.send(exchange, 200, RSS, gzip(NewsWeb.rss("gzip", BEGIN, time.now(), TEXT)));
        }));
        source("charset", news.page(12, "/feed", exchange -> {
            String rss = NewsWeb.rss("charset", BEGIN, time.now(), TEXT + " São Tomé agreed.");
            NewsWeb.send(exchange, 200, RSS + "; charset=utf-8", rss.getBytes(Charset.forName("windows-1252")));
        }));
        source(
                "page",
                news.page(
                        13,
                        "/feed",
                        exchange -> NewsWeb.send(
                                exchange,
                                200,
                                "text/html",
                                NewsWeb.utf8("<html><body><p>No feed.</p></body></html>"))));
        source("bomb", news.page(14, "/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            NewsWeb.send(exchange, 200, RSS, gzip("<rss>" + " ".repeat(10 * LIMITS.bytes()) + "</rss>"));
        }));
        source("circle", news.page(15, "/feed", exchange -> NewsWeb.redirect(exchange, 302, "/feed")));
        source("file", news.page(16, "/feed", exchange -> NewsWeb.redirect(exchange, 302, "file:///etc/passwd")));

        collect(Duration.ofHours(7));
        collect(Duration.ofHours(2).plusMinutes(3));
        collect(Duration.ofHours(8));
        Map<String, SourceHealth> health = collect(Duration.ofHours(6).plusMinutes(57));
        over.countDown();

        for (String outlet : List.of("good", "restless", "moved", "busy", "gzip", "charset")) {
            assertThat(idsOf(outlet)).as(outlet).containsExactlyInAnyOrder(hours(outlet, 24));
            assertThat(health.get(outlet).articles()).as(outlet).isEqualTo(24);
        }
        assertThat(published).hasSize(6 * 24);
        assertThat(published.stream()
                        .filter(article -> article.getOutlet().orElse("").equals("charset")))
                .allMatch(article -> article.getBody().contains("São Tomé agreed."));
        assertThat(servedMeanwhile)
                .as("polls of others while the slow one hung")
                .hasPositiveValue();
        assertThat(news.hits(2, "/feed")).as("slow: backs off").hasSizeBetween(5, 10);
        assertThat(news.hits(5, "/feed")).as("gone: left alone").hasSize(1);
        assertThat(news.hits(7, "/old"))
                .as("moved for good: its old place is forgotten")
                .hasSize(1);
        assertThat(Duration.between(
                        news.hits(10, "/feed").get(1), news.hits(10, "/feed").get(2)))
                .as("429: left alone for two hours")
                .isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(health.get("slow").lastError()).contains("within");
        assertThat(health.get("gone").lastError()).isEqualTo("HTTP 410");
        assertThat(health.get("huge").lastError()).contains("more than 200000 bytes");
        assertThat(health.get("bomb").lastError()).contains("more than 200000 bytes");
        assertThat(health.get("inward").lastError()).contains("169.254.169.254 (link-local), which is not asked");
        assertThat(health.get("page").lastError()).contains("it is a web page, not a feed");
        assertThat(health.get("circle").lastError()).contains("more than 5 redirects");
        assertThat(health.get("file").lastError()).contains("file:///etc/passwd");
        assertThat(health.get("good").failing()).isFalse();
        assertThat(health.get("huge").failing()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(NewsWeb.utf8(text));
        }
        return bytes.toByteArray();
    }

    @Test
    void asksNoPrivateAddress() throws Exception {
        allowed = List.of();
        source("private", news.page(2, "/feed", feed("private")));

        Map<String, SourceHealth> health = collect(Duration.ofMinutes(1));

        assertThat(news.hits(2, "/robots.txt")).isEmpty();
        assertThat(news.hits(2, "/feed")).isEmpty();
        assertThat(health.get("private").lastError()).contains("127.0.0.2 (this machine), which is not asked");
    }

    @Test
    void readsThePagesOfTeasersOneAtATime() throws Exception {
        fullText = true;
        source("teasers", news.page(2, "/feed", feed("teasers")));
        String sentence = "The whole story says at length who met whom, and what they agreed on in the end. ";
        news.page(
                2,
                "/story/0",
                exchange -> NewsWeb.send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        NewsWeb.utf8(
                                "<html><body><article><p>" + sentence.repeat(20) + "</p></article></body></html>")));

        collect(Duration.ofHours(1).plusMinutes(30));

        assertThat(published).hasSize(2);
        assertThat(published.get(0).getBody()).startsWith(sentence.strip()).hasSizeGreaterThan(1000);
        assertThat(published.get(0).getTitle()).contains("teasers story 0");
        assertThat(published.get(1).getBody()).as("its page is missing").startsWith(TEXT);
        List<Instant> feed = news.hits(2, "/feed");
        assertThat(Duration.between(feed.get(0), news.hits(2, "/story/0").get(0)))
                .isGreaterThanOrEqualTo(LIMITS.gap());
    }

    @Test
    void leavesAloneWhatRobotsForbidsAndKeepsTheDelayThatItAsksFor() throws Exception {
        source("forbidden", news.page(2, "/feed", feed("forbidden")));
        news.page(
                2,
                "/robots.txt",
                exchange -> NewsWeb.send(
                        exchange, 200, "text/plain", NewsWeb.utf8("User-agent: entente\nDisallow: /feed\n")));
        source("calm", news.page(3, "/a", feed("calm")));
        source("calmer", news.page(3, "/b", feed("calmer")));
        news.page(
                3,
                "/robots.txt",
                exchange ->
                        NewsWeb.send(exchange, 200, "text/plain", NewsWeb.utf8("User-agent: *\nCrawl-delay: 20\n")));

        Map<String, SourceHealth> health = collect(Duration.ofMinutes(10));

        assertThat(news.hits(2, "/feed")).isEmpty();
        assertThat(health.get("forbidden").lastError()).contains("robots.txt of 127.0.0.2 does not allow it");
        assertThat(Duration.between(
                        news.hits(3, "/a").get(0), news.hits(3, "/b").get(0)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatCouldNotBePublishedComesAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        output = articles -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no broker answers");
            }
            published.addAll(articles);
        };
        source("feed", news.page(2, "/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"same\"");
            if ("\"same\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                feed("feed").answer(exchange);
            }
        }));

        Map<String, SourceHealth> health = collect(Duration.ofMinutes(50));

        assertThat(idsOf("feed")).containsExactly("feed-0");
        assertThat(health.get("feed").lastError()).contains("no broker answers");
        assertThat(health.get("feed").failing()).isFalse();
    }

    @Test
    void aStateThatCannotBeWrittenAddsNoPolls() throws Exception {
        source("feed", news.page(2, "/feed", feed("feed")));
        beforePolls = this::breakState;

        Map<String, SourceHealth> health = collect(Duration.ofHours(3));

        assertThat(news.hits(2, "/feed")).hasSizeBetween(2, 13);
        assertThat(idsOf("feed")).contains("feed-0");
        assertThat(health.get("feed").failing()).isTrue();
        assertThat(health.get("feed").lastError()).contains("the collector's state");
    }

    /** Takes the folder away and fills the write buffer: RocksDB then needs a file, and cannot make it. */
    private void breakState(CollectState state) {
        LocalDate today = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
        List<ArticleMark> marks = IntStream.range(0, 60_000)
                .mapToObj(i -> ArticleMark.of("test", String.valueOf(i)))
                .toList();
        assertThatCode(() -> Utils.delete(folder.toFile())).doesNotThrowAnyException();
        assertThatThrownBy(() -> {
                    state.write(marks, today);
                    state.write(marks, today);
                })
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoFeedsOfOneOutletGiveAnArticleOnceAndWhatIsOldOrAheadIsNotTaken() throws Exception {
        source(
                "world",
                news.page(
                        2,
                        "/world",
                        exchange -> NewsWeb.send(
                                exchange, 200, RSS, NewsWeb.utf8(item("w1", "Mon, 02 Mar 2026 00:00:00 +0000")))));
        source(
                "asia",
                news.page(
                        2,
                        "/asia",
                        exchange -> NewsWeb.send(
                                exchange, 200, RSS, NewsWeb.utf8(item("a77", "Mon, 02 Mar 2026 00:00:00 +0000")))));
        source(
                "old",
                news.page(
                        3,
                        "/feed",
                        exchange -> NewsWeb.send(
                                exchange, 200, RSS, NewsWeb.utf8(item("o1", "Mon, 02 Feb 2026 00:00:00 +0000")))));
        source(
                "ahead",
                news.page(
                        4,
                        "/feed",
                        exchange -> NewsWeb.send(
                                exchange, 200, RSS, NewsWeb.utf8(item("f1", "Mon, 02 Mar 2026 06:00:00 +0000")))));

        collect(Duration.ofHours(4));
        assertThat(published).hasSize(1);

        collect(Duration.ofHours(2));
        assertThat(published).as("its time has come").hasSize(2);
    }

    private static String item(String guid, String date) {
        return "<rss version=\"2.0\"><channel><title>Wire " + guid + "</title><item><guid isPermaLink=\"false\">" + guid
                + "</guid><title>Border talks</title><link>/story/" + guid + "</link><pubDate>" + date
                + "</pubDate><description>" + TEXT + "</description></item></channel></rss>";
    }
}
