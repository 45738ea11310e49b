package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.clock.Tick;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Feeds that fall silent for days: one step of the clock may end an alert and open the next one in its slot. */
class SilenceProperties {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int LATER = 120;

    @Property(tries = 3600, generation = GenerationMode.EXHAUSTIVE)
    void severeEventsApart(
            @ForAll @IntRange(min = 1, max = 60) int gap, @ForAll @IntRange(min = 1, max = 60) int rest) {
        Ledger ledger = new Ledger(AlertPolicies.builtIn(), START);
        attack(ledger, 60);
        attack(ledger, 60 + gap);
        elsewhere(ledger, 60 + gap + rest);
        elsewhere(ledger, 60 + gap + rest + LATER);

        assertEveryAlertEndedOnce(ledger.all);
    }

    @Property(tries = 300)
    void burstsOfAnyKindApart(@ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 60) Integer> gaps) {
        Ledger ledger = new Ledger(AlertPolicies.builtIn(), START);
        int day = 30;
        for (int i = 0; i < gaps.size(); i++) {
            burst(ledger, day, i);
            day += gaps.get(i);
        }
        elsewhere(ledger, day);
        elsewhere(ledger, day + LATER);

        assertEveryAlertEndedOnce(ledger.all);
    }

    @Property(tries = 100)
    void floodsOfTheWholeFeedApart(@ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 60) Integer> gaps) {
        Ledger ledger = new Ledger(AlertPolicies.builtIn(), START);
        FeedAlerts feed = new FeedAlerts(AlertPolicies.builtIn(), new MemoryTables());
        int day = 0;
        while (day < 30) {
            articles(feed, ledger, day++, 20);
        }
        for (int gap : gaps) {
            day += gap;
            articles(feed, ledger, day, 300);
        }
        articles(feed, ledger, day + LATER, 1);
        articles(feed, ledger, day + 2 * LATER, 0);

        assertEveryAlertEndedOnce(ledger.all);
    }

    private static void articles(FeedAlerts feed, Output out, int day, int count) {
        for (int article = 0; article < count; article++) {
            feed.article("a" + day + '-' + article, noon(day), true, out);
        }
        feed.tick(new Tick(0, 1, noon(day), START, false), out);
    }

    private static void attack(Ledger ledger, int day) {
        tell(
                ledger,
                Told.article("attack" + day, noon(day).toString())
                        .severe("force")
                        .event("AAA", EventType.ASSAULT, "BBB"));
    }

    private static void elsewhere(Ledger ledger, int day) {
        tell(ledger, Told.article("other" + day, noon(day).toString()).event("CCC", EventType.ACCUSE, "DDD"));
    }

    /** Turn by turn hostile, friendly and both. */
    private static void burst(Ledger ledger, int day, int turn) {
        for (int story = 0; story < 10; story++) {
            boolean hostile = turn % 3 == 0 || (turn % 3 == 2 && story % 2 == 0);
            Instant at = noon(day).plus(Duration.ofMinutes(story));
            tell(
                    ledger,
                    Told.article("burst" + day + '-' + story, at.toString())
                            .by(story % 2 == 0 ? "North" : "South")
                            .sentiment(hostile ? -0.6 : 0.6)
                            .event("AAA", hostile ? EventType.ACCUSE : EventType.AGREE, "BBB"));
        }
    }

    /** The tick that covers an event comes after it, as ENRICH sends it: the day's first event meets days that have not closed yet. */
    private static void tell(Ledger ledger, Event event) {
        ledger.put(event);
        ledger.advance(event.getPublishedAt());
    }

    private static Instant noon(int day) {
        return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
    }

    private static void assertEveryAlertEndedOnce(List<Alert> published) {
        Map<String, List<Alert>> byId = new HashMap<>();
        published.forEach(alert ->
                byId.computeIfAbsent(alert.getId(), id -> new ArrayList<>()).add(alert));
        assertThat(byId).isNotEmpty();
        byId.values().forEach(values -> {
            assertThat(values.get(values.size() - 1).getState())
                    .as("%s", values)
                    .isNotEqualTo(AlertState.OPEN);
            assertThat(values.stream().filter(alert -> alert.getState() != AlertState.OPEN))
                    .as("%s", values)
                    .hasSize(1);
        });
    }
}
