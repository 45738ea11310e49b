package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The stages on a real broker and a real registry. */
class PipelineIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;
    private static Outputs undisturbed;

    private static final List<Article> FEED = Cluster.sampleFeed();

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster(folder);
        Settings settings = cluster.settings("calm", 1, 4);
        Topics topics = Cluster.topics(settings);
        try (ChildRun run = new ChildRun(settings, folder.resolve("calm.log"))) {
            Cluster.publish(settings, topics, FEED);
            Cluster.awaitThrough(settings, topics, FEED, run);
            assertThat(run.terminate()).as("stops on SIGTERM").isTrue();
        }
        undisturbed = Outputs.read(settings, topics);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void articlesBecomeStatementsEventsRelationsAndAlerts() {
        assertThat(undisturbed.enriched()).hasSize(FEED.size());
        assertThat(undisturbed.statements().size()).isGreaterThan(60);
        assertThat(undisturbed.events().size())
                .as("copies are counted once")
                .isGreaterThan(50)
                .isLessThan(undisturbed.statements().size());
        assertThat(undisturbed.daily().keySet()).anyMatch(key -> key.startsWith("ECU-PER|2024-03-25"));
        assertThat(undisturbed.hourly())
                .hasSizeGreaterThanOrEqualTo(undisturbed.daily().size());
        assertThat(undisturbed.alerts().values()).as("the crisis of the feed").anyMatch(alert -> alert.getPair()
                .equals("ECU-PER"));
    }

    @Test
    void replayWithoutABrokerGivesTheSame() {
        Replayed replayed = Replayed.of(FEED, cluster.settings("calm", 1, 4));
        assertThat(replayed.statements).isEqualTo(undisturbed.statements());
        assertThat(replayed.events).isEqualTo(undisturbed.events());
        assertThat(replayed.hourly).isEqualTo(undisturbed.hourly());
        assertThat(replayed.daily).isEqualTo(undisturbed.daily());
        assertThat(replayed.alerts).isEqualTo(undisturbed.alerts());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void aKilledProcessGoesOnAsIfNothingHadHappened(int pairPartitions) throws Exception {
        killedAndRestarted("killed-" + pairPartitions, 1, pairPartitions).assertSame(undisturbed);
    }

    /**
     * One process is killed. Its successor stands still in the middle of its work until the group has given it up, and comes back beside another one:
     * what it had in hand is refused. Every version of every key is there once and in order.
     */
    @Test
    void neitherAKilledProcessNorAZombieLosesOrDoublesAnything() throws Exception {
        Settings settings = cluster.settings("zombie", 1, 4);
        Topics topics = Cluster.topics(settings);
        Path log = folder.resolve("zombie.log");
        Cluster.publish(settings, topics, FEED.subList(0, 20));
        try (ChildRun first = new ChildRun(settings, log)) {
            awaitEvents(settings, topics);
            Cluster.publish(settings, topics, FEED.subList(20, 40));
            first.kill();
        }
        Settings others = settings.with(
                Map.of("entente.state.dir", folder.resolve("state-zombie-2").toString()));
        try (ChildRun zombie = new ChildRun(settings, log);
                ChildRun heir = new ChildRun(others, folder.resolve("heir.log"))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> Cluster.coded(settings, topics) >= 40);
            Cluster.publish(settings, topics, FEED.subList(40, 60));
            zombie.pause();
            Cluster.publish(settings, topics, FEED.subList(60, FEED.size()));
            Cluster.awaitThrough(settings, topics, FEED, heir);
            zombie.resume();
            await().atMost(Duration.ofMinutes(1)).until(() -> Cluster.processes(settings, Stage.RELATE) == 2);
        }
        Outputs.read(settings, topics).assertSame(undisturbed);
        assertThat(Versions.read(settings, topics).differences(Versions.replayed(FEED, settings)))
                .isEmpty();
    }

    /**
     * Articles of several partitions come in no order, and an idle one does not hold time back: here a statement's watermark, and with it which
     * stories a day's alerts still count, tells how the articles lay. Everything before ALERT is the same.
     */
    @Tag("long")
    @Test
    void norDoesItMatterToRelationsHowArticlesArePartitioned() throws Exception {
        killedAndRestarted("spread", 4, 4).beforeAlerts().assertSame(undisturbed.beforeAlerts());
    }

    /** Another process goes on where the killed one was, once the group has given that one up: after the session timeout, here the default. */
    @Tag("long")
    @Test
    void anotherProcessTakesOverAfterTheSessionTimeout() throws Exception {
        Map<String, String> usual = Map.of("kafka.session.timeout.ms", "15000", "kafka.heartbeat.interval.ms", "3000");
        Settings settings = cluster.settings("takeover", 2, 4, usual);
        Settings others = settings.with(
                Map.of("entente.state.dir", folder.resolve("state-takeover-2").toString()));
        Topics topics = Cluster.topics(settings);
        Cluster.publish(settings, topics, FEED.subList(0, 30));
        try (ChildRun first = new ChildRun(settings, folder.resolve("takeover-1.log"));
                ChildRun second = new ChildRun(others, folder.resolve("takeover-2.log"))) {
            awaitEvents(settings, topics);
            await().atMost(Duration.ofMinutes(2)).until(() -> second.log().contains("running"));
            first.kill();
            Instant killed = Instant.now();
            Cluster.publish(settings, topics, FEED.subList(30, FEED.size()));
            await().atMost(Duration.ofMinutes(3)).until(() -> Cluster.coded(settings, topics) == FEED.size());
            Duration taken = Duration.between(killed, Instant.now());
            LoggerFactory.getLogger(PipelineIT.class).info("taken over {} after SIGKILL", taken);
            assertThat(taken).isLessThan(Duration.ofSeconds(60)); // Kafka's own timeout is 45 s
        }
    }

    /** Publishes half of the feed, kills the process when it is in the middle of the rest, and starts another. */
    private static Outputs killedAndRestarted(String prefix, int articlePartitions, int pairPartitions)
            throws Exception {
        Settings settings = cluster.settings(prefix, articlePartitions, pairPartitions);
        Topics topics = Cluster.topics(settings);
        Path log = folder.resolve(prefix + ".log");
        Cluster.publish(settings, topics, FEED.subList(0, 30));
        try (ChildRun first = new ChildRun(settings, log)) {
            awaitEvents(settings, topics);
            Cluster.publish(settings, topics, FEED.subList(30, FEED.size()));
            first.kill();
        }
        try (ChildRun second = new ChildRun(settings, log)) {
            Cluster.awaitThrough(settings, topics, FEED, second);
        }
        return Outputs.read(settings, topics);
    }

    private static void awaitEvents(Settings settings, Topics topics) {
        try (TopicReader reader = new TopicReader(settings)) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                AtomicInteger events = new AtomicInteger();
                reader.read(
                        List.of(topics.events()),
                        new TopicReader.Start.Beginning(),
                        record -> events.incrementAndGet());
                assertThat(events.get()).isGreaterThan(5);
            });
        }
    }
}
