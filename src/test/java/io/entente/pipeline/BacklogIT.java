package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.clock.Tick;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.config.Settings;
import io.entente.topology.PairPartitioner;
import io.entente.topology.TickRecords;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles over weeks, published before the first run, give what a replay gives, whatever the partitions and however unevenly they are read. */
class BacklogIT {
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());
    private static final List<Article> SHORT = SyntheticFeed.of(1_200, 30);
    private static final int SLOW = 1;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Settings settings(String name, int partitions) {
        return cluster.settings(
                name,
                partitions,
                4,
                Map.of("entente.idle", "PT1S", "entente.threads", Integer.toString(Math.min(partitions, 4))));
    }

    private static void assertAsReplayed(Settings settings, Topics topics, List<Article> feed) {
        Replayed expected = Replayed.of(feed, settings);
        assertThat(expected.events).hasSizeGreaterThan(feed.size() / 5);
        assertThat(expected.alerts).isNotEmpty();
        Outputs outputs = Outputs.read(settings, topics);
        assertThat(outputs.enriched()).hasSize(feed.size());
        assertThat(Differences.between(Outputs.plainEvents(outputs.events()), Outputs.plainEvents(expected.events)))
                .isEmpty();
        assertThat(Differences.between(outputs.hourly(), expected.hourly)).isEmpty();
        assertThat(Differences.between(outputs.daily(), expected.daily)).isEmpty();
        assertThat(Differences.between(outputs.alerts(), expected.alerts)).isEmpty();
        assertThat(late(settings, topics)).isZero();
    }

    /** Statements that were late for RELATE, as its latest ticks count them. */
    private static long late(Settings settings, Topics topics) {
        long[] late = new long[4];
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.events()), new TopicReader.Start.Beginning(), record -> {
                Tick tick = TickRecords.read(record);
                if (tick != null) {
                    late[record.partition()] = tick.late();
                }
            });
        }
        return Arrays.stream(late).sum();
    }

    private static void backlog(String name, int partitions, List<Article> feed, Coder coder) throws Exception {
        Settings settings = settings(name, partitions);
        Topics topics = Cluster.topics(settings);
        Cluster.publish(settings, topics, feed);
        try (LocalRun run = LocalRun.start(settings, EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT), coder)) {
            run.awaitThrough(feed);
        }
        assertAsReplayed(settings, topics, feed);
    }

    /** One partition's first article is not coded before all of the others are, and have been quiet for thrice as long as makes idle. */
    private static Coder slow(List<Article> feed, int partitions) {
        CountDownLatch others = new CountDownLatch(
                (int) feed.stream().filter(each -> !isSlow(each, partitions)).count());
        AtomicBoolean begun = new AtomicBoolean();
        return article -> {
            if (!isSlow(article, partitions)) {
                others.countDown();
            } else if (begun.compareAndSet(false, true)) {
                waitFor(others);
            }
            return CODER.code(article);
        };
    }

    private static void waitFor(CountDownLatch others) {
        try {
            assertThat(others.await(2, TimeUnit.MINUTES)).isTrue();
            TimeUnit.SECONDS.sleep(4); // this is what is slow
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSlow(Article article, int partitions) {
        return PairPartitioner.partition(article.getId().orElseThrow(), partitions) == SLOW;
    }

    @Test
    void fourPartitionsOfWhichOneIsSlow() throws Exception {
        backlog("slow", 4, SHORT, slow(SHORT, 4));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12})
    void eightThousandArticles(int partitions) throws Exception {
        backlog("backlog-" + partitions, partitions, SyntheticFeed.of(8_000, 40), CODER);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void eightThousandArticlesAndASlowPartition(int partitions) throws Exception {
        List<Article> feed = SyntheticFeed.of(8_000, 40);
        backlog("backlog-slow-" + partitions, partitions, feed, slow(feed, partitions));
    }

    /** One partition's articles are published when the other one's have all been read and it is idle: they are late. */
    @Test
    void whatWasLateForRelateIsTakenInAfterAReset() throws Exception {
        Settings settings = settings("late", 2);
        Topics topics = Cluster.topics(settings);
        List<Article> first = SHORT.stream().filter(each -> isSlow(each, 2)).toList();
        List<Article> second = SHORT.stream().filter(each -> !isSlow(each, 2)).toList();
        try (LocalRun run = LocalRun.start(settings)) {
            Cluster.publish(settings, topics, second);
            run.awaitThrough(second);
            await().atMost(Duration.ofSeconds(40)).until(() -> idle(settings, topics));
            Cluster.publish(settings, topics, first);
            run.awaitThrough(SHORT);
            await().atMost(Duration.ofSeconds(40)).until(() -> late(settings, topics) > 100);
        }
        try (StageReset reset = new StageReset(settings, topics, Stage.RELATE)) {
            reset.run();
        }
        try (LocalRun run = LocalRun.start(settings)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> late(settings, topics) == 0);
        }
        Outputs outputs = Outputs.read(settings, topics);
        Replayed expected = Replayed.of(SHORT, settings);
        assertThat(Differences.between(Outputs.plainEvents(outputs.events()), Outputs.plainEvents(expected.events)))
                .isEmpty();
        assertThat(Differences.between(outputs.hourly(), expected.hourly)).isEmpty();
        assertThat(Differences.between(outputs.daily(), expected.daily)).isEmpty();
    }

    private static boolean idle(Settings settings, Topics topics) {
        List<Tick> ticks = new ArrayList<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.events()), new TopicReader.Start.Beginning(), record -> Stream.ofNullable(
                            TickRecords.read(record))
                    .forEach(ticks::add));
        }
        return ticks.stream().anyMatch(Tick::idle);
    }
}
