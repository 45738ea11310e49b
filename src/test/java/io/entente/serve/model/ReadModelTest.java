package io.entente.serve.model;

import static io.entente.serve.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.serve.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelTest {
    private static final Instant DAY = NOON.truncatedTo(ChronoUnit.DAYS);

    @TempDir
    private Path folder;

    private ReadModel model;

    @BeforeEach
    void open() {
        model = new ReadModel(folder, new ReadModel.Limits(Duration.ofDays(90), 3, 3));
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void event(String id, String source, String target, Instant at) {
        Event event = Event.newBuilder(Sample.event(id, source, target, at))
                .setWatermark(at)
                .build();
        model.event(event.getPair() + "|" + id, event);
    }

    @Test
    void listsEventsFromLateToEarlyPageByPage() {
        for (int i = 0; i < 10; i++) {
            event("e" + i, "CHN", i % 2 == 0 ? "RUS" : "USA", NOON.plusSeconds(i / 2));
        }

        List<String> seen = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page<Event> page = model.events().page(null, TimeRange.ALL, cursor, 3, event -> true);
            page.items().forEach(event -> seen.add(event.getId()));
            cursor = page.next() == null ? null : Cursor.parse(page.next().toString());
        } while (cursor != null);

        assertThat(seen).hasSize(10).doesNotHaveDuplicates().startsWith("e8", "e9");
        assertThat(model.events()
                        .page("CHN-RUS", TimeRange.ALL, null, 50, event -> true)
                        .items())
                .extracting(Event::getId)
                .containsExactly("e8", "e6", "e4", "e2", "e0");
    }

    @Test
    void anUpsertReplacesAndATombstoneRemoves() {
        event("e1", "CHN", "RUS", NOON);
        event("e1", "CHN", "RUS", NOON.plusSeconds(5));
        assertThat(model.events()
                        .page(null, TimeRange.ALL, null, 50, event -> true)
                        .items())
                .hasSize(1);
        assertThat(model.events().find("e1"))
                .get()
                .extracting(Event::getPublishedAt)
                .isEqualTo(NOON.plusSeconds(5));

        model.event("CHN-RUS|e1", null);
        assertThat(model.events().find("e1")).isEmpty();
        assertThat(model.events()
                        .page("CHN-RUS", TimeRange.ALL, null, 50, event -> true)
                        .items())
                .isEmpty();
        assertThat(model.events().size()).isZero();
    }

    @Test
    void timeSpansHoldBothEnds() {
        event("e1", "CHN", "RUS", NOON);
        event("e2", "CHN", "RUS", NOON.plusSeconds(10));
        TimeRange first = TimeRange.of(NOON, NOON.plusSeconds(10));
        assertThat(model.events().page(null, first, null, 50, event -> true).items())
                .extracting(Event::getId)
                .containsExactly("e1");
    }

    @Test
    void keepsTheNewestStatementsOnly() {
        for (int i = 0; i < 6; i++) {
            model.statement(Sample.statement("s" + i, "CHN", "RUS", NOON));
        }
        model.statement(Sample.statement("s3", "CHN", "RUS", NOON)); // again: now the newest
        model.statement(Sample.statement("s6", "CHN", "RUS", NOON));

        assertThat(model.statements().size()).isEqualTo(3);
        assertThat(model.statements().find("s3")).isPresent();
        assertThat(model.statements().find("s6")).isPresent();
        assertThat(model.statements().find("s4")).isEmpty();
    }

    @Test
    void addsUpDaysAndComparesWithTheDaysBefore() {
        window(Granularity.DAY, DAY, 4);
        window(Granularity.DAY, DAY.minus(Duration.ofDays(1)), 2);
        window(Granularity.DAY, DAY.minus(Duration.ofDays(3)), 1);

        PairSummary summary = model.pairs(model.lastDays(2, NOON)).get(0);
        assertThat(summary.forward().events()).isEqualTo(6);
        assertThat(summary.eventsBefore()).isEqualTo(2);
        assertThat(summary.sentiment()).isEqualTo(-0.5);
        assertThat(summary.forward().margin()).isNull(); // all are alike
        assertThat(summary.tension()).isEqualTo(100 * 24.0 / 29); // 12 events of -2
        assertThat(model.series(
                        "CHN-RUS", Granularity.DAY, model.lastDays(2, NOON).span()))
                .hasSize(2);

        window(Granularity.DAY, DAY, 1); // a later version replaces
        assertThat(model.pairs(model.lastDays(1, NOON)).get(0).events()).isEqualTo(2);
    }

    private void window(Granularity granularity, Instant start, int events) {
        model.window(granularity, "CHN-RUS|" + start, Sample.window("CHN-RUS", granularity, start, events));
    }

    @Test
    void eventTimeMovesTheHorizon() {
        Instant old = DAY.minus(Duration.ofDays(89));
        window(Granularity.DAY, old, 1);
        window(Granularity.HOUR, old, 1);
        event("old", "CHN", "RUS", old);
        alert("open", AlertState.OPEN, old);
        alert("closed", AlertState.RESOLVED, old);
        assertThat(model.pairCount()).isEqualTo(1);

        event("new", "JPN", "KOR", NOON.plus(Duration.ofDays(30)));

        assertThat(model.pairCount()).isZero();
        assertThat(model.series("CHN-RUS", Granularity.HOUR, TimeRange.ALL)).isEmpty();
        assertThat(model.series("CHN-RUS", Granularity.DAY, TimeRange.ALL)).isEmpty();
        assertThat(model.events().find("old")).isEmpty();
        assertThat(model.alerts().find("closed")).isEmpty();
        assertThat(model.alerts().find("open")).isPresent();
        window(Granularity.DAY, old, 1); // comes too late to be kept
        assertThat(model.pairCount()).isZero();
    }

    private void alert(String id, AlertState state, Instant at) {
        Alert alert = Sample.alert(id, "CHN-RUS", state, at);
        model.alert("CHN-RUS|" + id, alert);
    }

    @Test
    void openAlertsFollowTheirState() {
        alert("a", AlertState.OPEN, NOON);
        assertThat(model.openAlerts()).hasSize(1);
        alert("a", AlertState.RESOLVED, NOON);
        assertThat(model.openAlerts()).isEmpty();
    }

    @Test
    void aWrongDateNeitherMovesThePresentNorMakesAllElseOld() {
        event("e1", "CHN", "RUS", NOON);
        Event wrong = Event.newBuilder(Sample.event("e2", "CHN", "USA", Instant.parse("2031-01-01T00:00:00Z")))
                .setWatermark(NOON)
                .build();
        model.event("CHN-USA|e2", wrong);

        assertThat(model.asOf())
                .hasValueSatisfying(time -> assertThat(time).isBeforeOrEqualTo(NOON.plus(Duration.ofDays(1))));
        assertThat(model.events().size()).isEqualTo(2);
    }
}
