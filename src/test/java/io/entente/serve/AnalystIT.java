package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Attention;
import io.entente.avro.AttentionAction;
import io.entente.avro.CollectorReport;
import io.entente.avro.CollectorSource;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Granularity;
import io.entente.avro.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A crisis as an analyst looks at it: the sample feed, and a war between India and Pakistan that grows at the same tension. */
class AnalystIT extends InBrowser {
    private static final Instant DAY = Instant.parse("2024-04-08T00:00:00Z");
    private static final Instant NOON = DAY.plus(12, ChronoUnit.HOURS);
    private static final int BEFORE = 60;
    private static final int WAR = 10;

    @BeforeAll
    static void feed() throws Exception {
        served.feed(Screenshots.sampleFeed());
        for (int day = 0; day < BEFORE; day++) {
            Instant start = DAY.minus(day, ChronoUnit.DAYS);
            served.model()
                    .window(
                            Granularity.DAY,
                            "IND-PAK|" + start,
                            Sample.window("IND-PAK", Granularity.DAY, start, day < WAR ? 40 : 10));
        }
        for (int day = 0; day < 3; day++) {
            Instant start = DAY.minus(day, ChronoUnit.DAYS);
            served.model()
                    .window(Granularity.DAY, "CHL-NZL|" + start, Sample.window("CHL-NZL", Granularity.DAY, start, 15));
        }
        for (String side : List.of("IND", "PAK")) {
            served.event(Event.newBuilder(Sample.event("truce-" + side, side, side.equals("IND") ? "PAK" : "IND", NOON))
                    .setArticleId("truce")
                    .setEvent(EventType.AGREE)
                    .setSentence("India and Pakistan signed a truce.")
                    .setTrigger("signed")
                    .build());
        }
        served.event(Event.newBuilder(Sample.event("talk", "IND", "PAK", NOON.minusSeconds(60)))
                .setSentence("India said that Pakistan had broken its word.")
                .setTrigger("said")
                .build());
        for (int i = 0; i < 3; i++) {
            served.alert(Alert.newBuilder(Sample.alert("war-" + i, "IND-PAK", AlertState.OPEN, NOON.plusSeconds(i)))
                    .setSeverity(i == 1 ? Severity.CRITICAL : Severity.INFO)
                    .build());
        }
    }

    private static double number(String script) {
        return ((Number) browser.js("return " + script)).doubleValue();
    }

    @Test
    void theWarComesFirstAndNewPairsHaveNoHistory() {
        browser.open("");
        browser.awaitText(".mover", "India – Pakistan");
        assertThat(text(".mover")).contains("India – Pakistan", "as hostile, and more often", "solid support");
        browser.awaitText(".mover", "no history");
        browser.awaitText(".at-pairs td", "no history");
    }

    @Test
    void namesOnTheMapKeepTheirSizeWhenItIsNear() {
        browser.open("");
        browser.find(".labels text");
        double before = number("document.querySelector('.labels text').getBoundingClientRect().height");
        long names = browser.all(".labels text").size();
        browser.prefer("prefers-reduced-motion", "reduce");
        browser.js("document.querySelector('.zoom button').click(); document.querySelector('.zoom button').click()");
        browser.await("document.querySelector('.map > g').getAttribute('transform')?.includes('scale(2')");
        assertThat(number("document.querySelector('.labels text').getBoundingClientRect().height"))
                .isBetween(before - 2, before + 2);
        assertThat(names).isPositive();
        browser.prefer("prefers-reduced-motion", "no-preference");
    }

    @Test
    void blocsCanBeLeftOut() {
        browser.open("#/?blocs=no");
        browser.find(".mover");
        browser.find(".at-map input[type=checkbox]").click();
        browser.await("!location.hash.includes('blocs')");
    }

    @Test
    void everythingFollowsTheActor() {
        browser.open("#/?actor=IND");
        browser.awaitText(".lead", "India");
        browser.find(".matrix a");
        assertThat(browser.all(".matrix tbody tr")).hasSize(2);
        assertThat(browser.all(".pairs tbody tr")).hasSize(1);
        assertThat(browser.all(".arcs path")).hasSize(1);
        assertThat(browser.all(".at-alerts > .alertlist > li")).hasSize(1);
        assertThat(text(".at-events .events")).contains("India").doesNotContain("Peru");
    }

    @Test
    void aYearGoesByDayByDay() {
        browser.open("#/?days=7&at=2024-03-01");
        browser.awaitText(".slider-words", "1 Mar 2024");
        browser.awaitText(".lead", "24 Feb 2024 – 1 Mar 2024");
        browser.find(".slider > .button").click();
        browser.awaitText(".slider-words", "3 Mar 2024");
        browser.find(".slider > .button").click();
        assertThat(text(".slider > .button")).contains("Play");
        assertThat(browser.address()).contains("at=2024-03-0");
        WebElement slider = browser.find(".slider input");
        slider.sendKeys(Keys.END);
        browser.await("!location.hash.includes('at=')");
        browser.awaitText(".slider-words", "8 Apr 2024");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("8 Apr 2024");
    }

    @Test
    void nothingIsSaidOfAnEmptyFeed(@TempDir Path own) {
        try (DashboardFixture empty = new DashboardFixture(own)) {
            browser.go(empty.url() + "#/alerts");
            browser.awaitText("main", "Nothing has been coded yet");
            assertThat(text("main")).doesNotContain("out of the ordinary");
        }
    }

    @Test
    void thePairTableIsSortedAndPagedByTheServer() {
        browser.open("");
        browser.find(".pairs .sort[data-by=tension]").click();
        browser.await("location.hash.includes('sort=tension')");
        browser.await("document.querySelector('th[aria-sort=descending]')?.textContent.startsWith('Tension')");
        browser.find(".pairs .sort[data-by=tension]").click();
        browser.await("location.hash.includes('order=asc')");
        browser.await("document.querySelector('.pairs tbody tr')?.children[3].textContent.startsWith('−')");
        long first = browser.all(".pairs tbody tr").size();
        browser.find(".at-pairs .more button").click();
        browser.await("document.querySelectorAll('.pairs tbody tr').length > " + first);
    }

    @Test
    void aPairInTheOtherOrderLeadsToThePair() {
        browser.open("#/pair/pak-ind?days=7");
        browser.awaitText("h1", "India – Pakistan");
        assertThat(browser.address()).isEqualTo("#/pair/IND-PAK?days=7");
    }

    @Test
    void datesAreLabelledFilledAndIncluded() {
        browser.open("#/pair/IND-PAK?days=7");
        browser.awaitText(".lead", "2 Apr 2024 – 8 Apr 2024");
        browser.find(".menu summary").click();
        assertThat(browser.find("#from").getAccessibleName()).isEqualTo("From");
        assertThat(browser.find("#to").getAccessibleName()).isEqualTo("To, included");
        assertThat(browser.find("#from").getAttribute("value")).isEqualTo("2024-04-02");
        assertThat(browser.find("#to").getAttribute("value")).isEqualTo("2024-04-08");
        browser.find(".dates .button").click();
        browser.await("location.hash.includes('from=2024-04-02') && location.hash.includes('to=2024-04-08')");
        browser.awaitText(".lead", "2 Apr 2024 – 8 Apr 2024");
    }

    @Test
    void aDayThatIsChosenLeadsToItsEvents() {
        browser.open("#/pair/IND-PAK");
        browser.find(".timeline").sendKeys(Keys.ARROW_LEFT, Keys.ENTER);
        browser.awaitText("#events-card", "Events on 8 Apr 2024");
        browser.await("scrollY > 0 && document.querySelector('.event').getBoundingClientRect().top < innerHeight");
        browser.await("document.querySelector('#announce').textContent.includes('events on 8 Apr 2024')");
    }

    @Test
    void oneActOfBothSidesIsOneEventAndSaidAloneIsNoTrigger() {
        browser.open("#/pair/IND-PAK");
        browser.awaitText(".event", "India ↔ Pakistan");
        assertThat(browser.all(".event")).hasSize(2);
        assertThat(text(".event")).contains("Agree (agreed)");
        assertThat(browser.all(".event mark.trigger"))
                .extracting(WebElement::getText)
                .containsExactly("signed");
        assertThat(browser.find(".at-events header a").getAttribute("href")).contains("format=csv", "pair=IND-PAK");
        assertThat(text(".side-card")).contains("no interval");
    }

    @Test
    void theEventMixDrawsAmountsInProportion() {
        browser.open("#/pair/IND-PAK");
        browser.find(".mix .amount");
        List<Number> widths = browser.js(
                "return [...document.querySelectorAll('.mix tbody tr')].map(row => row.querySelector('.b .amount').getBoundingClientRect().width)");
        assertThat(widths).hasSize(2);
        assertThat(widths.stream().mapToDouble(Number::doubleValue).min().orElseThrow())
                .isZero();
        assertThat(widths.stream().mapToDouble(Number::doubleValue).max().orElseThrow())
                .isGreaterThan(20);
    }

    @Test
    void onAPhoneAlertsComeBeforeEvents() {
        browser.size(Browser.PHONE);
        browser.open("#/pair/IND-PAK");
        browser.find(".event");
        assertThat(number("document.querySelector('.at-alerts').getBoundingClientRect().top"))
                .isLessThan(number("document.querySelector('.at-events').getBoundingClientRect().top"));
    }

    @Test
    void anEpisodeIsOneStoryThatOpens() {
        browser.open("#/alerts?pair=IND-PAK");
        browser.awaitText(".with", "with 2 more");
        assertThat(text(".alert")).contains("Critical").contains("opened 8 Apr 2024");
        browser.find(".with").click();
        browser.await(
                "[...document.querySelectorAll('.others .alert')].filter(each => each.offsetParent).length === 2");
        browser.find(".others .alert a").click();
        browser.awaitText(".why", "Same episode: 2 other alerts");
        assertThat(browser.address()).contains("pair=IND-PAK");
    }

    @Test
    void mutesAreListedAndTheirEndIsAnnounced() {
        served.alert(Sample.alert("snoozed", "ISL-NOR", AlertState.OPEN, NOON.minus(25, ChronoUnit.DAYS)));
        browser.open("#/alerts");
        browser.awaitText(".alert", "Iceland → Norway");
        mute(Duration.ofHours(1));
        browser.find(".muted summary").click();
        browser.awaitText(".mutes", "All alerts of Iceland – Norway until");
        mute(Duration.ofSeconds(2));
        browser.awaitText("#notices", "A mute has ended");
        browser.awaitText("#notices", "Iceland → Norway");
        browser.awaitText(".alert", "Iceland → Norway");
    }

    private static void mute(Duration time) {
        served.attention(
                "mute|ISL-NOR",
                Attention.newBuilder()
                        .setAction(AttentionAction.MUTE)
                        .setPair("ISL-NOR")
                        .setUntil(Instant.now().plus(time))
                        .setAt(Instant.now())
                        .build());
    }

    @Test
    void aTextIsNeverCutSilently() {
        browser.open("#/code");
        browser.find("#reader");
        browser.js(
                "const text = document.querySelector('#text'); text.value = 'Peru thanked Chile. '.repeat(6000); text.dispatchEvent(new Event('input'))");
        browser.awaitText("#size", "20,000 too many");
        browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(browser.all("#result .statements")).isEmpty();
        browser.js(
                "const text = document.querySelector('#text'); text.value = 'Die Regierung in Lima hat den Botschafter aus Chile zurückgerufen, und das war nicht die erste Entscheidung dieser Art.'; text.dispatchEvent(new Event('input'))");
        browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.awaitText("#result", "The text is in German");
    }

    @Test
    void bothCodersAreComparedOnOneText() {
        browser.open("#/code");
        browser.find("#reader");
        browser.js(
                "document.querySelector('#text').value = 'Denmark accused Iceland on Monday of overfishing.'; document.querySelector('#reader').value = 'both'");
        browser.find("button.primary").click();
        browser.awaitText("#result", "Both coders");
        assertThat(text("#result .table")).contains("Denmark → Iceland", "Accuse (blamed)", "yes", "“accused”");
        assertThat(text("#result .facts")).contains("Read by", "rules", "“accused”");
    }

    @ParameterizedTest
    @CsvSource({
        "Britain,United Kingdom",
        "UAE,United Arab Emirates",
        "Türkiye,Turkey",
        "Burma,Myanmar",
        "Merkel,Germany"
    })
    void whoeverIsKnownIsFound(String name, String found) {
        browser.open("#/health");
        browser.find("#search").sendKeys(name);
        browser.awaitText("#found li", found);
        assertThat(text("#found li")).contains(found);
    }

    @Test
    void theApiIsAPageToRead() {
        browser.open("#/api");
        browser.awaitText("main", "/api/v1/pairs/{pair}");
        assertThat(text("main")).contains("curl", "Two codes joined by a dash, in any order");
        assertThat(browser.all(".api section")).hasSizeGreaterThan(15);
    }

    @Test
    void whatHealthShowsIsExplained() {
        browser.open("#/health");
        browser.awaitText("#main", "Statements too late");
        assertThat(browser.all("main .explain")).hasSizeGreaterThan(8);
        assertThat(text("main")).contains("articles", "statements", "events");
    }

    @Test
    void healthShowsCollectorsWhereverTheyRun() {
        CollectorReport report = CollectorReport.newBuilder()
                .setId("one")
                .setHost("desk-1")
                .setStartedAt(NOON)
                .setReportedAt(NOON)
                .setSources(2)
                .setFailing(1)
                .setArticles(1)
                .setWorst(List.of(
                        CollectorSource.newBuilder()
                                .setName("North Wire")
                                .setUrl("https://north.example/feed")
                                .setFailures(3)
                                .setLastError("HTTP 404")
                                .setLastErrorAt(NOON)
                                .build(),
                        CollectorSource.newBuilder()
                                .setName("South Wire")
                                .setUrl("https://south.example/feed")
                                .setLastSuccess(NOON)
                                .build()))
                .build();
        browser.open("#/health");
        browser.find("#stages");
        served.collector(report, Duration.ofSeconds(1));
        browser.awaitText("[aria-labelledby=collectors]", "Running");
        assertThat(text("[aria-labelledby=collectors] tbody tr")).contains("desk-1", "2", "1");
        assertThat(text("[aria-labelledby=sources] tbody tr")).contains("North Wire", "HTTP 404", "never");

        served.collector(report, Duration.ofMinutes(3));
        browser.awaitText("[aria-labelledby=collectors]", "Silent");
        browser.awaitText(".strip", "Collector silent");

        served.collector(CollectorReport.newBuilder(report).setStopped(true).build(), Duration.ofSeconds(1));
        browser.awaitText("[aria-labelledby=collectors]", "Stopped");
        assertThat(browser.all("#sources")).isEmpty();
        assertThat(text(".strip")).doesNotContain("silent");
    }

    @Test
    void anArticleThatCameTooLateSaysSoEvenIfItSaysNothing() {
        served.model()
                .article(EnrichedArticle.newBuilder(Sample.article("late"))
                        .setStatements(List.of())
                        .setPublishedAt(NOON.minus(9, ChronoUnit.DAYS))
                        .setWatermark(NOON)
                        .build());
        browser.open("#/article/late");
        assertThat(text("#late"))
                .startsWith("It came too late: event time had come to")
                .doesNotContain("statements");
    }

    @Test
    void theStripStaysOnOneLineOnATablet() {
        browser.size(new Dimension(768, 1024));
        browser.open("");
        browser.awaitText(".strip", "Alert");
        double below = number("document.querySelector('.strip > span').getBoundingClientRect().bottom");
        assertThat(number("document.querySelector('.strip a').getBoundingClientRect().top"))
                .isLessThan(below);
    }

    @Test
    void headerAndContentStandOnOneGrid() {
        browser.size(new Dimension(1920, 1080));
        browser.open("");
        browser.find(".mover");
        for (String css : List.of(".brand", ".strip > span", ".foot")) {
            double left = number("(element => element.getBoundingClientRect().left"
                    + " + parseFloat(getComputedStyle(element).paddingLeft))(document.querySelector('" + css + "'))");
            assertThat(left).as(css).isEqualTo(number("document.querySelector('h1').getBoundingClientRect().left"));
        }
    }
}
