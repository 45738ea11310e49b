package io.entente.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every feed: event time follows the articles, and one wrong date changes nothing. */
class ClockProperties {
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant WALL = Instant.parse("2026-01-01T00:00:00Z");

    /** A thousand articles of five outlets, some minutes apart as a rule, with a few gaps of hours or weeks among the first 800. */
    private static List<ArticleDate> feed(Random random) {
        List<ArticleDate> feed = new ArrayList<>();
        Instant at = START;
        for (int i = 0; i < 1000; i++) {
            int gap = i < 800 ? random.nextInt(200) : 200;
            Duration pause = gap == 0
                    ? Duration.ofDays(1 + random.nextInt(20))
                    : gap < 3 ? Duration.ofHours(random.nextInt(20)) : Duration.ofSeconds(random.nextInt(3600));
            at = at.plus(pause);
            feed.add(new ArticleDate("a" + i, "Outlet " + random.nextInt(5), at));
        }
        return feed;
    }

    /** The clocks of a number of partitions and the one that joins them. */
    private static final class Clocks {
        private final int partitions;
        private final MemoryTables[] tables;
        private final List<PartitionClock> clocks = new ArrayList<>();
        private final FeedClock joined = new FeedClock(new MemoryTables(), FeedClock.table("joined"));
        private final List<Instant> watermarks = new ArrayList<>();

        Clocks(int partitions) {
            this.partitions = partitions;
            this.tables = new MemoryTables[partitions];
            for (int i = 0; i < partitions; i++) {
                tables[i] = new MemoryTables();
                clocks.add(clock(i));
            }
        }

        private PartitionClock clock(int partition) {
            return new PartitionClock(
                    partition, partitions, ClockSettings.DATA, LogEnd.REACHED, tables[partition], WALL);
        }

        void restart() {
            IntStream.range(0, partitions).forEach(partition -> clocks.set(partition, clock(partition)));
        }

        void take(ArticleDate article) {
            take(Integer.parseInt(article.id().substring(1)) % partitions, article);
        }

        void take(int partition, ArticleDate article) {
            PartitionClock clock = clocks.get(partition);
            clock.accept(article, WALL).ifPresent(tick -> joined.accept(tick, WALL));
            watermarks.add(clock.watermark());
        }

        Instant atRest() {
            for (Duration quiet : List.of(Duration.ofMinutes(1), Duration.ofMinutes(2))) {
                clocks.forEach(
                        clock -> clock.poll(WALL.plus(quiet)).ifPresent(tick -> joined.accept(tick, WALL.plus(quiet))));
            }
            return joined.watermark();
        }
    }

    private static Clocks run(int partitions, List<ArticleDate> feed) {
        Clocks clocks = new Clocks(partitions);
        feed.forEach(clocks::take);
        return clocks;
    }

    private static Instant last(List<ArticleDate> feed) {
        return feed.get(feed.size() - 1).publishedAt();
    }

    /** Further after its right time than one article can move the clock, or before it by more than the grace. */
    private static ArticleDate wrong(Random random, Instant right) {
        Duration off = Duration.ofMinutes(1 + random.nextInt(2_000_000));
        Instant at = random.nextBoolean()
                ? right.plus(Duration.ofHours(10)).plus(off)
                : right.minus(ClockSettings.DATA.grace()).minus(off);
        return new ArticleDate("a1000", "Outlet " + random.nextInt(5), at);
    }

    @Property(tries = 300)
    void oneWrongDateAmongAThousandChangesNoWatermark(@ForAll long seed, @ForAll @IntRange(max = 999) int place) {
        Random random = new Random(seed);
        List<ArticleDate> feed = IntStream.range(0, 1000)
                .mapToObj(i -> new ArticleDate(
                        "a" + i, "Outlet " + random.nextInt(5), START.plus(Duration.ofMinutes(30L * i))))
                .toList();
        List<ArticleDate> with = new ArrayList<>(feed);
        with.add(place, wrong(random, feed.get(place).publishedAt()));
        Clocks without = run(1, feed);
        Clocks clocks = run(1, with);

        clocks.watermarks.remove(place);
        if (place > 2) {
            assertThat(clocks.watermarks).isEqualTo(without.watermarks);
        }
        assertThat(clocks.atRest()).isEqualTo(without.atRest());
        assertThat(clocks.joined.feedStart()).isEqualTo(without.joined.feedStart());
        assertThat(clocks.clocks.get(0).outliers() + clocks.clocks.get(0).late())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void theClockIsNeverAheadOfTheNewestArticleAndReachesTheLast(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int partitions) {
        List<ArticleDate> feed = feed(new Random(seed));
        Clocks clocks = run(partitions, feed);
        Instant newest = Instant.MIN;
        for (int i = 0; i < feed.size(); i++) {
            newest = newest.isAfter(feed.get(i).publishedAt())
                    ? newest
                    : feed.get(i).publishedAt();
            Instant watermark = clocks.watermarks.get(i);
            assertThat(watermark == null || !watermark.isAfter(newest)).isTrue();
        }
        assertThat(clocks.clocks).allSatisfy(clock -> assertThat(clock.late()).isZero());
        assertThat(clocks.atRest()).isEqualTo(last(feed));
    }

    @Property(tries = 200)
    void theOrderWithinTheGraceMakesNothingLate(@ForAll long seed) {
        Random random = new Random(seed);
        List<ArticleDate> feed = feed(random);
        List<ArticleDate> shuffled = feed.stream()
                .map(article -> Map.entry(article.publishedAt().plusSeconds(random.nextInt(6 * 3600)), article))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
        Clocks clocks = run(1, shuffled);

        assertThat(clocks.clocks.get(0).late()).isZero();
        assertThat(clocks.atRest()).isEqualTo(run(1, feed).atRest());
    }

    @Property(tries = 100)
    void restartsChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<ArticleDate> feed = new ArrayList<>(feed(random));
        for (int i = 0; i < 20; i++) {
            int place = random.nextInt(feed.size());
            feed.set(place, wrong(random, feed.get(place).publishedAt()));
        }
        Clocks restarted = new Clocks(1);
        for (ArticleDate article : feed) {
            restarted.take(article);
            if (random.nextInt(10) == 0) {
                restarted.restart();
            }
        }

        assertThat(restarted.watermarks).isEqualTo(run(1, feed).watermarks);
    }
}
