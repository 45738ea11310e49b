package io.entente.serve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/**
 * Pictures of the dashboard with the sample feed. No test: {@code src/tools/screenshots} runs it, for {@code docs/images} or, with a folder, of every page in full length.
 */
class Screenshots {
    private static final String PAIR = "#/pair/ECU-PER";
    private static final String ARTICLE = "#/article/Harbour%20Post%2Ff059";
    private static final String FOLDER = System.getProperty("screenshots", "");

    @TempDir
    private Path folder;

    @Test
    void forTheDocuments() throws Exception {
        assumeTrue(!FOLDER.isEmpty(), "only with -Dscreenshots=FOLDER");
        try (DashboardFixture served = new DashboardFixture(folder.resolve("model"));
                Browser browser = Browser.start(served.url())) {
            served.feed(sampleFeed());
            Dimension sheet = new Dimension(Browser.DESK.width, 1000);
            browser.prefer("prefers-color-scheme", "light");
            take(browser, "", ".mover", "world", sheet);
            take(browser, PAIR, ".timeline .spot", "pair", sheet);
            take(browser, ARTICLE, ".text .said", "article", Browser.DESK);
            browser.prefer("prefers-color-scheme", "dark");
            take(browser, "#/alerts", ".alertlist .alert", "alerts", sheet);
            take(browser, surge(browser), ".why .event", "alerts", sheet);
            take(browser, "", ".mover", "phone", Browser.PHONE);
        }
    }

    @Test
    void ofEveryPage() throws Exception {
        assumeTrue(!FOLDER.isEmpty(), "only with -Dscreenshots=FOLDER");
        try (DashboardFixture served = new DashboardFixture(folder.resolve("full"));
                Browser browser = Browser.start(served.url())) {
            served.feed(sampleFeed());
            for (String theme : List.of("light", "dark")) {
                browser.prefer("prefers-color-scheme", theme);
                all(browser, "phone-" + theme, Browser.PHONE);
                all(browser, "tablet-" + theme, new Dimension(768, 1024));
                all(browser, "desk-" + theme, Browser.DESK);
                all(browser, "wide-" + theme, new Dimension(1920, 1080));
            }
        }
        try (DashboardFixture empty = new DashboardFixture(folder.resolve("empty"));
                Browser browser = Browser.start(empty.url())) {
            take(browser, "", "main .state", "empty-world", Browser.DESK);
            take(browser, "#/alerts", "main .state", "empty-alerts", Browser.PHONE);
        }
    }

    /** What is seen while answers are on their way, and when there are none any more. */
    @Test
    void whileLoadingAndLost() throws Exception {
        assumeTrue(!FOLDER.isEmpty(), "only with -Dscreenshots=FOLDER");
        DashboardFixture served = new DashboardFixture(folder.resolve("lost"));
        try (Browser browser = Browser.start(served.url())) {
            served.feed(sampleFeed());
            browser.hold("*/api/v1/*");
            for (String page : List.of("", PAIR, "#/alerts", ARTICLE, "#/health")) {
                browser.open(page);
                browser.find(".skeleton");
                browser.picture(Path.of(FOLDER, "loading-" + name(page) + ".png"));
            }
            browser.release();
            browser.open("");
            browser.find(".mover");
            served.close();
            browser.awaitText("#strip", "Not live");
            browser.js("const now = Date.now.bind(Date); Date.now = () => now() + 60_000");
            browser.awaitText("#banner", "The connection is lost");
            browser.picture(Path.of(FOLDER, "lost-world.png"));
            browser.js("location.hash = '#/alerts'");
            browser.awaitText("main", "This could not be loaded");
            browser.picture(Path.of(FOLDER, "lost-alerts.png"));
        }
    }

    private static String name(String page) {
        return page.isEmpty() ? "world" : page.split("/")[1];
    }

    /** The pages of a feed of one's own: {@code -Dscreenshots.feed=FILE}. */
    @Test
    void ofAFeed() throws Exception {
        String feed = System.getProperty("screenshots.feed", "");
        assumeTrue(!FOLDER.isEmpty() && !feed.isEmpty(), "only with -Dscreenshots=FOLDER -Dscreenshots.feed=FILE");
        List<Article> articles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Path.of(feed))) {
            articles.addAll(new ArticleReader().readAll(feed, in));
        }
        try (DashboardFixture served = new DashboardFixture(folder.resolve("feed"));
                Browser browser = Browser.start(served.url())) {
            served.feed(articles);
            for (Dimension size :
                    List.of(Browser.PHONE, new Dimension(768, 1024), Browser.DESK, new Dimension(1920, 1080))) {
                take(browser, "", ".mover", "feed-world-" + size.width, size);
                take(
                        browser,
                        browser.js("return document.querySelector('.mover a').hash"),
                        ".timeline .spot",
                        "feed-pair-" + size.width,
                        size);
                take(browser, "#/alerts", ".alertlist .alert", "feed-alerts-" + size.width, size);
                take(
                        browser,
                        browser.js("return document.querySelector('.alert a').hash"),
                        ".why .event",
                        "feed-why-" + size.width,
                        size);
            }
        }
    }

    private static void all(Browser browser, String kind, Dimension size) throws Exception {
        take(browser, "", ".mover", "world-" + kind, size);
        take(browser, PAIR, ".timeline .spot", "pair-" + kind, size);
        take(browser, "#/alerts", ".alertlist .alert", "alerts-" + kind, size);
        take(browser, surge(browser), ".why .event", "why-" + kind, size);
        take(browser, ARTICLE, ".text .said", "article-" + kind, size);
        take(browser, "#/code", "#text", "code-" + kind, size);
        take(browser, "#/health", "main .facts", "health-" + kind, size);
        take(browser, "#/api", ".api section", "api-" + kind, size);
    }

    /** Of the alerts that are shown, one with numbers. */
    private static String surge(Browser browser) {
        return Objects.requireNonNull(
                browser.js(
                        "return [...document.querySelectorAll('.alert a')].find(a => a.querySelector('.tag').textContent == 'Tension surge').hash"));
    }

    private static void take(Browser browser, String state, String ready, String name, Dimension size)
            throws Exception {
        browser.size(size);
        browser.open(state);
        browser.find(ready);
        long height = browser.js("return Math.min(6000, document.documentElement.scrollHeight)");
        boolean whole = Boolean.getBoolean("whole");
        browser.size(new Dimension(size.width, whole ? (int) height : size.height));
        browser.await("!document.querySelector('.skeleton')");
        browser.picture(Path.of(FOLDER, name + ".png"));
    }

    static List<Article> sampleFeed() throws Exception {
        List<Article> articles = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(Screenshots.class.getResourceAsStream("/io/entente/cli/sample-feed.jsonl"))) {
            articles.addAll(new ArticleReader().readAll("sample", in));
        }
        return articles;
    }
}
