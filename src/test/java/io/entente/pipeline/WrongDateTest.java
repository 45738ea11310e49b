package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Article;
import io.entente.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong date among a thousand articles changes nothing but its own rows. */
class WrongDateTest {
    private static final Settings SETTINGS = Settings.load(Map.of(), Map.of(), null);
    private static final List<Article> FEED = SyntheticFeed.of(1_000, 25);
    private static final Replayed EXPECTED = Replayed.of(FEED, SETTINGS);

    private static Replayed with(int place, Instant date) {
        List<Article> feed = new ArrayList<>(FEED);
        feed.add(
                place,
                Article.newBuilder()
                        .setId("wrong")
                        .setOutlet("North Wire")
                        .setBody("Norway accused Finland of moving the Quill marker on Tuesday.")
                        .setPublishedAt(date)
                        .build());
        return Replayed.of(feed, SETTINGS);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 400", "2, 400", "3, 90", "500, 400", "500, 30", "998, 400", "1000, 400", "1000, 2"})
    void dateTooLate(int place, int days) {
        Instant date = FEED.get(999).getPublishedAt().plus(Duration.ofDays(days));
        Replayed found = with(place, date);

        assertThat(found.events.values())
                .filteredOn(event -> event.getArticleId().endsWith("wrong"))
                .hasSize(1);
        found.events.values().removeIf(event -> event.getArticleId().endsWith("wrong"));
        found.hourly.values().removeIf(window -> window.getStart().isAfter(date.minus(Duration.ofDays(1))));
        found.daily.values().removeIf(window -> window.getStart().isAfter(date.minus(Duration.ofDays(1))));
        assertSame(found);
    }

    @ParameterizedTest
    @CsvSource({"0, 9000", "1, 9000", "2, 9000", "3, 9000", "500, 9000", "1000, 100"})
    void dateTooEarly(int place, int days) {
        Instant date = FEED.get(0).getPublishedAt().minus(Duration.ofDays(days));
        Replayed found = with(place, date);

        found.events.values().removeIf(event -> event.getArticleId().endsWith("wrong"));
        found.hourly.values().removeIf(window -> window.getStart().isBefore(date.plusSeconds(1)));
        found.daily.values().removeIf(window -> window.getStart().isBefore(date.plusSeconds(1)));
        assertSame(found);
    }

    /** Dated as of a day that the feed reaches: it counts as if it had come then. */
    @Test
    void dateAheadThatTheFeedReaches() {
        Replayed expected = with(801, FEED.get(800).getPublishedAt().plusSeconds(1));
        Replayed found = with(300, FEED.get(800).getPublishedAt().plusSeconds(1));

        assertThat(Differences.between(
                        Outputs.plainEvents(found.events), new TreeMap<>(Outputs.plainEvents(expected.events))))
                .isEmpty();
        assertThat(Differences.between(found.daily, expected.daily)).isEmpty();
        assertThat(Differences.between(found.alerts, expected.alerts)).isEmpty();
    }

    private static void assertSame(Replayed found) {
        assertThat(EXPECTED.alerts).isNotEmpty();
        assertThat(Differences.between(Outputs.plainEvents(found.events), Outputs.plainEvents(EXPECTED.events)))
                .isEmpty();
        assertThat(Differences.between(found.hourly, EXPECTED.hourly)).isEmpty();
        assertThat(Differences.between(found.daily, EXPECTED.daily)).isEmpty();
        assertThat(Differences.between(found.alerts, EXPECTED.alerts)).isEmpty();
    }
}
