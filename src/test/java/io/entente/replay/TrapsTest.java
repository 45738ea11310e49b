package io.entente.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Article;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.RelationWindow;
import io.entente.avro.Severity;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.ClockSettings;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.relation.RelateSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two invented feeds through all stages. In each a quarrel builds up to two clashes on one day, two enemies make peace, two strangers meet, one story
 * is printed by five papers with small changes, two friends go about their business, and in between come an article dated 2099, articles that are
 * delivered twice, and one that comes more than two days late.
 */
class TrapsTest {
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofHours(6);

    /** What a feed has given: every version of its alerts, and the last value of every key. */
    private static final class Run implements ReplaySink {
        final List<Alert> all = new ArrayList<>();
        final Map<String, Alert> alerts = new TreeMap<>();
        final Map<String, Event> events = new TreeMap<>();
        final Map<String, RelationWindow> daily = new TreeMap<>();
        final List<String> refusals = new ArrayList<>();

        static Run of(List<Article> articles) {
            Run run = new Run();
            Replay replay = new Replay(
                    CODER,
                    ClockSettings.DATA,
                    RelateSettings.defaults(),
                    AlertPolicies.builtIn(),
                    NOW,
                    run,
                    run.refusals::add);
            articles.forEach(article -> replay.accept(List.of(article)));
            replay.finish();
            return run;
        }

        List<Alert> of(String pair) {
            return all.stream().filter(alert -> alert.getPair().equals(pair)).toList();
        }

        List<Event> events(String pair, EventType type, String day) {
            return events.values().stream()
                    .filter(event -> event.getPair().equals(pair) && event.getEvent() == type)
                    .filter(event -> event.getPublishedAt().toString().startsWith(day))
                    .toList();
        }

        @Override
        public void statement(Statement statement) {}

        @Override
        public void event(String key, Event event) {
            put(events, key, event);
        }

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {}

        @Override
        public void daily(String key, @Nullable RelationWindow window) {
            put(daily, key, window);
        }

        @Override
        public void alert(String key, Alert alert) {
            put(alerts, key, alert);
            if (alert != null) {
                all.add(alert);
            }
        }

        private static <V> void put(Map<String, V> table, String key, V value) {
            if (value == null) {
                table.remove(key);
            } else {
                table.put(key, value);
            }
        }

        @Override
        public void frozen(Instant horizon) {}
    }

    private static List<Article> feed(String name) throws IOException {
        List<Article> articles = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(TrapsTest.class.getResourceAsStream(name + ".jsonl"))) {
            articles.addAll(new ArticleReader().readAll("sample", in));
        }
        return articles;
    }

    /** Each article once and in order of time, without the late one and that of 2099. */
    private static List<Article> plain(List<Article> feed) {
        Set<String> seen = new HashSet<>();
        return feed.stream()
                .filter(article -> !article.getId().orElseThrow().contains("-"))
                .filter(article -> seen.add(article.getId().orElseThrow()))
                .toList();
    }

    private static List<Article> shuffled(List<Article> articles, Random random) {
        Map<Double, Article> order = new TreeMap<>();
        for (Article article : articles) {
            order.put(article.getPublishedAt().toEpochMilli() + random.nextDouble() * GRACE.toMillis(), article);
        }
        return new ArrayList<>(order.values());
    }

    private static Instant first(List<Alert> alerts, Severity severity) {
        return alerts.stream()
                .filter(alert -> alert.getSeverity().compareTo(severity) >= 0)
                .map(Alert::getUpdatedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    /** Warnings and above come in their time, in one episode, and nothing is said to be over before {@code end}. */
    private static void escalates(
            List<Alert> crisis, String first, String warned, String critical, String criticalBefore, String end) {
        assertThat(crisis)
                .extracting(Alert::getKind)
                .isSubsetOf(AlertKind.TENSION_SURGE, AlertKind.SEVERE_EVENT)
                .contains(AlertKind.SEVERE_EVENT);
        assertThat(crisis)
                .extracting(Alert::getEpisodeId)
                .containsOnly(crisis.get(0).getEpisodeId());
        assertThat(first(crisis, Severity.INFO)).isAfterOrEqualTo(day(first));
        assertThat(first(crisis, Severity.WARNING)).isBefore(day(warned));
        assertThat(first(crisis, Severity.CRITICAL)).isBetween(day(critical), day(criticalBefore));
        assertThat(crisis)
                .filteredOn(alert -> alert.getState() == AlertState.RESOLVED)
                .filteredOn(alert -> alert.getSeverity() == Severity.CRITICAL)
                .allSatisfy(
                        alert -> assertThat(alert.getResolvedAt().orElseThrow()).isAfterOrEqualTo(day(end)));
    }

    private static void thaws(List<Alert> peace, String first, String last) {
        assertThat(peace).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getKind()).isIn(AlertKind.THAW, AlertKind.BREAKTHROUGH);
            assertThat(alert.getOpenedAt()).isBetween(day(first), day(last));
            assertThat(alert.getSeverity()).isNotEqualTo(Severity.CRITICAL);
        });
        assertThat(peace)
                .filteredOn(alert -> alert.getKind() == AlertKind.THAW)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.getSeverity()).isEqualTo(Severity.INFO));
    }

    private static void meets(List<Alert> strangers, String day) {
        assertThat(strangers).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.FIRST_CONTACT);
            assertThat(alert.getOpenedAt()).isEqualTo(day(day));
            assertThat(alert.getSeverity()).isNotEqualTo(Severity.CRITICAL);
        });
        assertThat(strangers)
                .extracting(Alert::getId)
                .containsOnly(strangers.get(0).getId());
    }

    private static void onlyPairs(Run run, String... pairs) {
        assertThat(run.all.stream().map(Alert::getPair).distinct()).containsExactlyInAnyOrder(pairs);
    }

    private static void copiesAreOne(List<Event> events) {
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getReports()).isEqualTo(1);
            assertThat(event.getCopies()).isEqualTo(4);
            assertThat(event.getOutlets()).hasSize(5);
        });
    }

    @Test
    void rift() throws IOException {
        Run run = Run.of(feed("rift"));
        onlyPairs(run, "KEN-UGA", "SDN-TCD", "AGO-LVA");
        escalates(run.of("KEN-UGA"), "2025-10-25", "2025-11-03", "2025-11-02", "2025-11-06", "2025-11-10");
        thaws(run.of("SDN-TCD"), "2025-10-19", "2025-10-29");
        meets(run.of("AGO-LVA"), "2025-10-29");
        copiesAreOne(run.events("CHL-NZL", EventType.ACCUSE, "2025-10-16"));
        assertThat(run.events("KEN-UGA", EventType.ASSAULT, "2025-11-02"))
                .extracting(Event::getSource)
                .contains("KEN", "UGA");
        assertThat(run.events("KEN-UGA", EventType.ASSAULT, "2025-10-23")).isNotEmpty();
        assertThat(run.daily.get("KEN-UGA|2025-10-23T00:00:00Z").getTension()).isPositive();
        assertThat(run.refusals).singleElement().asString().contains("r-future");
    }

    @Test
    void isthmus() throws IOException {
        Run run = Run.of(feed("isthmus"));
        onlyPairs(run, "GUY-VEN", "ARM-AZE", "MNG-PRY");
        escalates(run.of("GUY-VEN"), "2026-02-26", "2026-03-06", "2026-03-08", "2026-03-09", "2026-03-15");
        thaws(run.of("ARM-AZE"), "2026-02-19", "2026-03-01");
        meets(run.of("MNG-PRY"), "2026-03-02");
        copiesAreOne(run.events("GHA-IRL", EventType.ACCUSE, "2026-02-17"));
        assertThat(run.events("GUY-VEN", EventType.ASSAULT, "2026-03-08"))
                .filteredOn(event -> event.getSource().equals("VEN") && event.getStatus() == Status.ASSERTED)
                .hasSize(2);
        assertThat(run.events("GUY-VEN", EventType.ASSAULT, "2026-03-02")).isNotEmpty();
        assertThat(run.daily.get("GUY-VEN|2026-03-02T00:00:00Z").getTension()).isPositive();
        assertThat(run.refusals).singleElement().asString().contains("i-future");
    }

    @Test
    void whatComesTwiceTooLateOrFromTheFutureChangesNoAlert() throws IOException {
        for (String name : Arrays.asList("rift", "isthmus")) {
            List<Article> feed = feed(name);
            assertThat(settled(Run.of(feed))).isEqualTo(settled(Run.of(plain(feed))));
        }
    }

    @Test
    void orderWithinTheGraceChangesNoFinalAlert() throws IOException {
        for (String name : Arrays.asList("rift", "isthmus")) {
            List<Article> articles = plain(feed(name));
            Map<String, Alert> inOrder = settled(Run.of(articles));
            for (int seed = 0; seed < 20; seed++) {
                assertThat(settled(Run.of(shuffled(articles, new Random(seed)))))
                        .as("%s, seed %d", name, seed)
                        .isEqualTo(inOrder);
            }
        }
    }

    /** The last values that closed days have left; the feed's last day is still open. */
    private static Map<String, Alert> settled(Run run) {
        Map<String, Alert> settled = new TreeMap<>(run.alerts);
        settled.values().removeIf(Alert::getProvisional);
        return settled;
    }
}
