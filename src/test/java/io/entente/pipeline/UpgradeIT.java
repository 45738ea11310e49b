package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Article;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.Statement;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of an earlier release at work, one of this version started beside it, the earlier one stopped, while articles come. {@code
 * bin/endurance --from COMMIT} builds the earlier release and runs it.
 */
@Tag("long")
@EnabledIfSystemProperty(
        named = "entente.upgrade.from",
        matches = ".+",
        disabledReason = "needs the lib folder of an earlier release's distribution: bin/endurance --from COMMIT")
class UpgradeIT {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeIT.class);
    /** Without thanks for help, in which 0.1.0 does not see the help. */
    private static final List<Article> FEED =
            SyntheticFeed.of(Integer.getInteger("entente.upgrade.articles", 2_000), 60).stream()
                    .filter(article -> !article.getBody().contains("thanked"))
                    .toList();

    private static final int RATE = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void anEarlierReleaseIsReplacedUnderLoad() throws Exception {
        String classPath = System.getProperty("entente.upgrade.from") + "/*";
        try (Cluster cluster = new Cluster(folder)) {
            Settings settings = cluster.settings("upgrade", 1, 4);
            Topics topics = Cluster.topics(settings);
            try (Load load = new Load(settings, topics, FEED, RATE);
                    ChildRun before = new ChildRun(classPath, known(settings), folder.resolve("before.log"))) {
                awaitCoded(load, settings, topics, FEED.size() * 2 / 5);
                Settings own = settings.with(Map.of(
                        "entente.state.dir", folder.resolve("state-after").toString()));
                try (LocalRun after = LocalRun.start(own)) {
                    await().atMost(Duration.ofMinutes(5)).until(() -> Cluster.processes(settings, Stage.RELATE) == 2);
                    before.terminate();
                    awaitCoded(load, settings, topics, FEED.size() * 3 / 5);
                    load.finish();
                    after.awaitThrough(FEED);
                }
            }
            assertNothingLost(settings, topics);
        }
    }

    private void assertNothingLost(Settings settings, Topics topics) throws Exception {
        Outputs outputs = Outputs.read(settings, topics);
        Replayed expected = Replayed.of(FEED, settings);
        assertThat(outputs.enriched()).as("every article is coded").hasSameSizeAs(FEED);
        assertThat(Versions.read(settings, topics).topic("enriched"))
                .as("once")
                .allSatisfy((key, all) -> assertThat(all).hasSize(1));
        assertThat(said(outputs.statements().values()))
                .as("statements, which both versions code alike")
                .isEqualTo(said(expected.statements.values()));
        Map<String, Long> members = outputs.events().values().stream()
                .map(Event::getMembers)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(EventReport::getStatementId, TreeMap::new, Collectors.counting()));
        assertThat(members.values()).as("a statement belongs to one event").containsOnly(1L);
        assertThat(outputs.statements().keySet()).as("of those that are there").containsAll(members.keySet());
        Set<String> events = happened(outputs.events().values());
        Set<String> replayed = happened(expected.events.values());
        LOG.info(
                "{} events, {} in a replay, {} of them the same; {} alerts, {} in a replay",
                events.size(),
                replayed.size(),
                replayed.stream().filter(events::contains).count(),
                outputs.alerts().size(),
                expected.alerts.size());
        assertThat(events).as("every event, by what leads it").containsAll(replayed);
    }

    /** What statements say, without their ids: those of articles are made otherwise since 0.1.0. */
    private static List<String> said(Collection<Statement> statements) {
        return statements.stream()
                .map(each -> String.join(
                        " ",
                        each.getPublishedAt().toString(),
                        each.getSource(),
                        each.getEvent().toString(),
                        each.getTarget(),
                        each.getSentence()))
                .sorted()
                .toList();
    }

    private static Set<String> happened(Collection<Event> events) {
        return events.stream()
                .map(each -> String.join(
                        " ",
                        each.getPublishedAt().toString(),
                        each.getSource(),
                        each.getEvent().toString(),
                        each.getTarget()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What every version knows: not what was added since. */
    private static Map<String, String> known(Settings settings) {
        Map<String, String> known = new HashMap<>(settings.shown());
        known.keySet()
                .retainAll(List.of(
                        "bootstrap.servers",
                        "schema.registry.url",
                        "entente.prefix",
                        "entente.partitions.articles",
                        "entente.partitions.pairs",
                        "entente.idle",
                        "entente.http.port",
                        "kafka.session.timeout.ms",
                        "kafka.heartbeat.interval.ms",
                        "entente.state.dir"));
        return known;
    }

    private static void awaitCoded(Load load, Settings settings, Topics topics, int articles) {
        await().atMost(Duration.ofMinutes(5)).pollInterval(3, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(load.sent()).isGreaterThanOrEqualTo(articles);
            assertThat(Cluster.coded(settings, topics)).isGreaterThanOrEqualTo(articles);
        });
    }
}
