package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.AlertState;
import io.entente.avro.Article;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The dashboard in a real browser, over the sample feed as the real coder and the real cores see it. */
class DashboardIT extends InBrowser {
    private static final String PAIR = "#/pair/ECU-PER";
    private static final List<String> PAGES = List.of(
            "", PAIR, "#/alerts", "#/article/Harbour%20Post%2Ff059", "#/code", "#/health", "#/api", "#/nowhere");
    private static final String LOADED = "!document.querySelector('.skeleton') && document.querySelector('main h1')";

    @BeforeAll
    static void feed() throws Exception {
        served.feed(Screenshots.sampleFeed());
    }

    /** Marks the page, so that a later look tells whether it was loaded anew. */
    private static void markPage() {
        browser.js("window.sameAsBefore = true");
    }

    private static boolean isSamePage() {
        return Boolean.TRUE.equals(browser.js("return window.sameAsBefore === true"));
    }

    @Test
    void theWorldSaysWhatChangedBetweenWhomHowSureAndWhy() {
        browser.open("");
        browser.awaitText(".mover", "Ecuador – Peru");
        assertThat(text(".mover"))
                .contains("more hostile")
                .contains("solid support")
                .containsPattern("\\d+ events, \\d+ before");
        assertThat(text(".mover blockquote mark.trigger")).isNotBlank();
        browser.awaitText(".alert", "Severe event");
        assertThat(text(".head .lead")).containsPattern("\\d+ events between \\d+ pairs");
    }

    @Test
    void anArcAPairAndItLeadsThere() {
        browser.open("");
        browser.find(".mover");
        long pairs = browser.js(
                "return fetch('api/v1/pairs?limit=500').then(answer => answer.json()).then(answer => answer.items.length)");
        assertThat(browser.all(".arcs path")).hasSize((int) pairs);
        assertThat(browser.all(".land path")).hasSizeGreaterThan(170);
        assertThat(browser.find("svg.map").getAttribute("aria-label")).contains("Ecuador – Peru");
        browser.js(
                "document.querySelector('.hits path[data-pair=\"DZA-MAR\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        browser.awaitText("h1", "Algeria – Morocco");
        assertThat(browser.address()).isEqualTo("#/pair/DZA-MAR");
        browser.back();
        browser.awaitText("h1", "Relations between countries");
    }

    @Test
    void theMatrixIsWalkedWithArrowKeys() {
        browser.open("");
        browser.find(".matrix a");
        assertThat(browser.all(".matrix a[tabindex='0']")).hasSize(1);
        WebElement first = browser.find(".matrix a[tabindex='0']");
        assertThat(first.getAccessibleName()).contains(" toward ").containsPattern("\\d+ event");
        String cell = first.getAttribute("data-cell");
        first.sendKeys(Keys.ARROW_DOWN);
        String next = browser.js("return document.activeElement.dataset.cell");
        assertThat(next).isNotNull().isNotEqualTo(cell);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.await("location.hash.startsWith('#/pair/') && location.hash.includes('direction=')");
    }

    @Test
    void aPairShowsBothDirectionsAndTheSentences() {
        browser.open(PAIR);
        browser.awaitText("h1", "Ecuador – Peru");
        browser.find(".timeline .side.a .spot");
        assertThat(browser.all(".timeline .side.b .interval")).isNotEmpty();
        assertThat(browser.all(".timeline .band.critical")).isNotEmpty();
        assertThat(browser.all(".timeline .panel.counts rect")).isNotEmpty();
        assertThat(browser.all(".side-card")).hasSize(3);
        assertThat(text(".side-card")).contains("Ecuador → Peru").contains("95 % interval");
        assertThat(text(".mix")).contains("Assault");
        assertThat(browser.all(".event mark.trigger")).isNotEmpty();
        assertThat(browser.all(".event mark.by")).isNotEmpty();
        assertThat(browser.all(".event mark.toward")).isNotEmpty();
        browser.find(".event .evidence summary").click();
        browser.awaitText(".event .behind", "Dictionary");
        assertThat(text(".event .behind")).contains("Rule", "Confidence", "Outlets", "independent report");
        browser.find(".event .source a[href^='#/article/']").click();
        browser.find(".text .said.on");
        assertThat(text(".text .said.on .trigger")).isNotBlank();
        assertThat(text(".statements .on")).contains("Rule");
    }

    @Test
    void filtersAreInTheAddress() {
        browser.open(PAIR);
        browser.find(".event");
        browser.find(".filters select");
        browser.js(
                "const type = [...document.querySelectorAll('.filters select')][1]; type.value = 'SANCTION'; type.dispatchEvent(new Event('change'))");
        browser.await("location.hash.includes('type=SANCTION')");
        browser.await(
                "document.querySelectorAll('.event').length > 0 && [...document.querySelectorAll('.event .kind')].every(kind => kind.textContent.startsWith('Sanction'))");
        browser.reload();
        browser.await(
                "document.querySelectorAll('.event').length > 0 && [...document.querySelectorAll('.event .kind')].every(kind => kind.textContent.startsWith('Sanction'))");
        WebElement chart = browser.find(".timeline");
        chart.sendKeys(Keys.ARROW_LEFT, Keys.ENTER);
        browser.await("location.hash.includes('day=2024-04-08')");
    }

    @Test
    void anAlertArrivesLiveAndNothingElseMoves() {
        browser.open("#/alerts");
        browser.find(".alert");
        browser.awaitText("#strip", "Live");
        markPage();
        browser.js("document.querySelector('.alert').mine = true");
        browser.find("#nav .count");
        String before = browser.js("return document.querySelector('#nav .count').firstChild.data");
        served.alert(Sample.alert("live-1", "CHN-USA", AlertState.OPEN, Instant.parse("2024-04-08T18:00:00Z")));
        browser.awaitText(".alert", "China → United States");
        assertThat(isSamePage()).isTrue();
        boolean kept = browser.js("return [...document.querySelectorAll('.alert')].some(each => each.mine)");
        assertThat(kept).as("the alerts that were there are the same elements").isTrue();
        browser.await("Number(document.querySelector('#nav .count').firstChild.data) > " + before);
    }

    @Test
    void whyAnAlertWasRaised() {
        browser.open("#/alerts?kind=tension_surge&severity=warning");
        browser.find(".alert a[href^='#/alerts/']");
        browser.js(
                "[...document.querySelectorAll('.alert a')].find(link => link.textContent.includes('Peru → Ecuador')).click()");
        browser.awaitText(".why", "expected");
        assertThat(text(".why")).contains("stories seen", "95 %", "once in ten years", "Final", "strongest events");
        assertThat(browser.all(".why blockquote mark.trigger")).isNotEmpty();
        assertThat(browser.find(".why .against").getAttribute("aria-label")).contains("Seen", "expected");
        browser.find(".why .more summary").click();
        assertThat(text(".why .facts")).contains("Outlet families");
    }

    @Test
    void alertsAreMarkedAsSeenAndMuted() {
        served.alert(Sample.alert("live-2", "FRA-GBR", AlertState.OPEN, Instant.parse("2024-04-08T17:00:00Z")));
        browser.open("#/alerts/live-2");
        browser.awaitText(".why h2", "France → United Kingdom");
        browser.js("[...document.querySelectorAll('.actions button')][0].click()");
        browser.awaitText(".actions", "Mark as unseen");
        browser.js("[...document.querySelectorAll('.actions button')][1].click()");
        browser.awaitText(".actions", "Unmute");
        browser.await("![...document.querySelectorAll('.alert')].some(each => each.textContent.includes('France'))");
        browser.js("[...document.querySelectorAll('.actions button')][1].click()");
        browser.awaitText(".alert", "France → United Kingdom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/?days=90",
                "#/?actor=PER",
                "#/pair/ECU-PER?days=7&by=hour",
                "#/pair/ECU-PER?days=90&sign=-1&q=shelled",
                "#/alerts?state=resolved",
                "#/article/Harbour%20Post%2Ff059",
                "#/pair/AAA-BBB",
                "#/health"
            })
    void everyStateCanBeReloaded(String state) {
        browser.open(state);
        browser.await("!document.querySelector('.skeleton') && document.querySelector('main h1, main h2')");
        String before = browser.js("return document.querySelector('main').innerText.slice(0, 120)");
        browser.reload();
        browser.await("!document.querySelector('.skeleton') && document.querySelector('main h1, main h2')");
        browser.await("document.querySelector('main').innerText.slice(0, 120) === " + quoted(before));
        assertThat(browser.address()).isEqualTo(state);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    @Test
    void pastedTextIsCoded() {
        browser.open("#/code");
        WebElement text = browser.find("#text");
        text.clear();
        text.sendKeys("Denmark accused Iceland on Monday of overfishing. Iceland rejected the accusation.");
        browser.find("button.primary").click();
        browser.awaitText("#result .statements", "Denmark → Iceland");
        assertThat(text("#result .text .said")).contains("accused");
        assertThat(browser.all("#result .mention")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text("#result .statements .on")).contains("Trigger").contains("accused");
    }

    @Test
    void aPairIsFoundWithTheKeyboard() {
        browser.open("");
        browser.find(".mover");
        browser.driver().switchTo().activeElement().sendKeys("/");
        WebElement input = browser.driver().switchTo().activeElement();
        input.sendKeys("alg mor");
        browser.awaitText("#found li", "Algeria – Morocco");
        input.sendKeys(Keys.ENTER);
        browser.awaitText("h1", "Algeria – Morocco");
        browser.find("#search").sendKeys("per");
        browser.awaitText("#found li", "Peru");
        browser.find("#search").sendKeys(Keys.ENTER);
        browser.await("location.hash.includes('actor=PER')");
        browser.awaitText(".lead", "Peru");
    }

    @Test
    void theWorldIsUpdatedWithoutFlicker(@TempDir Path own) throws Exception {
        try (DashboardFixture fresh = new DashboardFixture(own)) {
            browser.go(fresh.url());
            browser.awaitText("main", "Nothing has been coded yet");
            markPage();
            List<Article> feed = Screenshots.sampleFeed();
            fresh.feed(feed.subList(0, 60));
            browser.find(".mover");
            browser.awaitText("#strip", "Live");
            browser.js("document.querySelectorAll('.alert, .arcs path, main .card').forEach(each => each.mine = true)");
            fresh.feed(feed.subList(60, feed.size()));
            browser.awaitText(".event", "8 Apr 2024");
            assertThat(isSamePage()).isTrue();
            boolean kept = browser.js(
                    "return [...document.querySelectorAll('main .card')].every(each => each.mine) && [...document.querySelectorAll('.arcs path')].filter(each => each.mine).length > 5");
            assertThat(kept).isTrue();
        }
    }

    @Test
    void whatComesWhileNobodyLooksIsThereAfterwards() {
        browser.open("#/alerts");
        browser.find(".alert");
        browser.awaitText("#strip", "Live");
        browser.js("dispatchEvent(new Event('pagehide'))");
        served.alert(Sample.alert("away-1", "BRA-IND", AlertState.OPEN, Instant.parse("2024-04-08T18:30:00Z")));
        browser.js("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        browser.awaitText(".alert", "Brazil → India");
    }

    @Test
    void aLostConnectionIsToldAndTheNumbersStay(@TempDir Path own) throws Exception {
        DashboardFixture other = new DashboardFixture(own);
        try {
            other.feed(Screenshots.sampleFeed());
            browser.go(other.url());
            browser.find(".mover");
            browser.awaitText("#strip", "Live");
        } finally {
            other.close();
        }
        browser.awaitText("#strip", "Not live");
        browser.js("const now = Date.now.bind(Date); Date.now = () => now() + 60_000"); // a minute later
        browser.awaitText("#banner", "The connection is lost");
        assertThat(browser.all("#strip .dot.good")).isEmpty();
        assertThat(browser.all(".mover")).isNotEmpty();
        browser.errors();
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.size(Browser.PHONE);
        for (String page : PAGES) {
            browser.open(page);
            browser.await(LOADED);
            assertThat(browser.wider(Browser.PHONE.width)).as(page).isEmpty();
        }
        browser.open("#/alerts");
        browser.find(".alert a").click();
        browser.find(".why .event");
        assertThat(browser.wider(Browser.PHONE.width)).as("why").isEmpty();
        browser.find(".why .back").click();
        browser.find(".alert");
    }

    @Test
    void axeFindsNothingSerious() {
        // So tall that nothing is scrolled: what goes under the bar for a moment is not a fault.
        browser.size(new Dimension(Browser.DESK.width, 6000));
        for (String page : PAGES) {
            browser.open(page);
            browser.await(LOADED);
            pageIsWithoutFault(page);
        }
        browser.open("#/alerts");
        browser.find(".alert a").click();
        browser.find(".why .event");
        pageIsWithoutFault("why");
        browser.open(PAIR);
        browser.find(".event .evidence summary").click();
        browser.find(".event .report");
        pageIsWithoutFault("evidence");
    }

    /** In the dark a page is the same but for its colours. */
    private static void pageIsWithoutFault(String name) {
        assertThat(browser.faults()).as(name).isEmpty();
        browser.prefer("prefers-color-scheme", "dark");
        assertThat(browser.faults("color-contrast")).as("%s in the dark", name).isEmpty();
        browser.prefer("prefers-color-scheme", "light");
    }

    @Test
    void noErrorAndNothingRefusedByTheContentPolicy() {
        for (String page : PAGES) {
            browser.open(page);
            browser.await(LOADED);
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void numbersAreExplained() {
        browser.open(PAIR);
        WebElement question = browser.find(".side-card .explain");
        browser.js("arguments[0].focus()", question);
        browser.awaitText("#tip", "hostile");
        assertThat(question.getAttribute("aria-describedby")).isEqualTo("tip");
        question.sendKeys(Keys.ESCAPE);
        assertThat(browser.find("body").getText()).doesNotContain("Not the tone of the article");
    }

    @Test
    void timesInUtcAndLocalAndAThemeThatStays() {
        browser.open("#/health");
        browser.awaitText("main", "UTC");
        browser.find("[aria-label='Times in UTC: show local time']").click();
        browser.find("[aria-label='Times in local time: show UTC']").click();
        String theme = browser.js("return getComputedStyle(document.documentElement).colorScheme");
        browser.find(theme.equals("dark") ? "[aria-label='Light colours']" : "[aria-label='Dark colours']")
                .click();
        browser.reload();
        String after = browser.js("return getComputedStyle(document.documentElement).colorScheme");
        assertThat(after).isNotEqualTo(theme);
        browser.js("localStorage.clear()");
    }
}
