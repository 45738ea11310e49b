package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.avro.Article;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.config.Settings;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bad week of a cluster in ten minutes: three brokers, up to three processes, articles coming all the time; processes are killed, paused,
 * restarted and added, a broker, the registry and a disk are lost. At the end every version is there once and in order, as in a replay of
 * the same articles. {@code bin/endurance} runs it; its figures are in docs/operations.md.
 */
@Tag("long")
class EnduranceIT {
    private static final int ARTICLES = Integer.getInteger("entente.endurance.articles", 8_000);
    private static final int KILLS = Integer.getInteger("entente.endurance.kills", 20);
    private static final int RATE = 10;
    /** Of so many kills one is not followed by a restart before another process has taken over. */
    private static final int TAKE_OVER = 4;

    private static final Duration LONGER_THAN_THE_SESSION = Duration.ofSeconds(20);

    private static final List<Article> FEED = SyntheticFeed.of(ARTICLES, 60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Figures figures = new Figures();
    private final List<Instance> instances = new ArrayList<>();
    private ThreeBrokers brokers;
    private EmbeddedRegistry registry;
    private Settings settings;
    private Arrivals arrivals;

    @Test
    void everyVersionIsThereOnceAndInOrder() throws Exception {
        brokers = new ThreeBrokers(folder);
        registry = registry(0);
        settings = settings();
        Topics topics = Cluster.topics(settings);
        try (Load load = new Load(settings, topics, FEED, RATE);
                Arrivals following = new Arrivals(settings, topics, load, articlesWithEvents())) {
            arrivals = following;
            disturb();
            load.finish();
            new Completion(settings, topics, settings.pairPartitions())
                    .await(FEED.get(FEED.size() - 1).getPublishedAt(), Duration.ofMinutes(5), () -> true);
            figures.latencies(arrivals);
        } finally {
            instances.forEach(Instance::close);
        }
        try {
            Versions found = Versions.read(settings, topics);
            Versions expected = Versions.replayed(FEED, settings);
            figures.write(found);
            assertThat(found.differences(expected)).isEmpty();
        } finally {
            registry.close();
            brokers.close();
        }
    }

    private void disturb() throws Exception {
        Instance first = instance("first");
        Instance second = instance("second");
        Instance third = instance("third");
        first.startAndWait();
        arrivals.awaitAfter(Instant.now());
        figures.add("a second process is added: it has tasks", added(second));
        for (int i = 0; i < KILLS; i++) {
            kill(i % 2 == 0 ? first : second, i % TAKE_OVER == TAKE_OVER - 1);
        }
        figures.add("a third process is added: it has tasks", added(third));
        for (Instance each : List.of(first, second, third)) {
            figures.add("rolling restart, each process", after(() -> {
                each.stop();
                each.startAndWait();
            }));
        }
        figures.add("a process is paused for 20 s and comes back", after(() -> first.pause(LONGER_THAN_THE_SESSION)));
        figures.add("a broker is gone", after(() -> brokers.stop(2)));
        brokers.start(2);
        figures.add("it is back: all replicas in sync", inSync());
        registryGone(second);
        figures.add("killed, and its state folder is lost", after(() -> {
            third.kill();
            third.deleteState();
            third.startAndWait();
        }));
        figures.add("a process is taken away for good", after(third::stop));
        first.stop();
        figures.state(first.stateBytes());
        first.startAndWait();
    }

    private interface Disturbance {
        void run() throws Exception;
    }

    /** How long after the beginning of {@code disturbance} the articles that came then had their events. */
    private Duration after(Disturbance disturbance) throws Exception {
        Instant begin = Instant.now();
        disturbance.run();
        return arrivals.awaitAfter(begin);
    }

    private void kill(Instance instance, boolean another) throws Exception {
        if (another) {
            figures.add("SIGKILL, another process takes over", after(instance::kill));
            instance.startAndWait();
        } else {
            figures.add("SIGKILL, it is started again", after(() -> {
                instance.kill();
                instance.startAndWait();
            }));
        }
    }

    /** What is known goes on without a registry; who starts waits for one. */
    private void registryGone(Instance instance) throws Exception {
        int port = URI.create(registry.url()).getPort();
        registry.close();
        figures.add("the registry is gone", after(() -> {}));
        figures.add("killed while it is gone, another takes over", after(() -> {
            instance.kill();
            instance.start();
        }));
        registry = registry(port);
        figures.add("it is back: the killed process has tasks", tasks(instance, Instant.now()));
    }

    private Duration added(Instance instance) throws Exception {
        Instant begin = Instant.now();
        instance.start();
        return tasks(instance, begin);
    }

    /** How long until it has tasks of RELATE. */
    private Duration tasks(Instance instance, Instant begin) {
        String group = settings.applicationId(Stage.RELATE.name());
        try (Admin admin = admin()) {
            await().atMost(Duration.ofMinutes(4))
                    .ignoreExceptions()
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                            .anyMatch(member -> member.groupInstanceId()
                                            .orElse("")
                                            .startsWith(instance.name() + "-")
                                    && !member.assignment().topicPartitions().isEmpty()));
        }
        return Duration.between(begin, Instant.now());
    }

    private Duration inSync() {
        Instant begin = Instant.now();
        try (Admin admin = admin()) {
            await().atMost(Duration.ofMinutes(4))
                    .ignoreExceptions()
                    .until(() ->
                            admin
                                    .describeTopics(admin.listTopics().names().get())
                                    .allTopicNames()
                                    .get()
                                    .values()
                                    .stream()
                                    .flatMap(topic -> topic.partitions().stream())
                                    .allMatch(partition -> partition.isr().size()
                                            == partition.replicas().size()));
        }
        return Duration.between(begin, Instant.now());
    }

    private Admin admin() {
        return Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
    }

    private Instance instance(String name) {
        Instance instance = new Instance(settings, folder, name);
        instances.add(instance);
        return instance;
    }

    private EmbeddedRegistry registry(int port) {
        return EmbeddedRegistry.start(
                Map.of("bootstrap.servers", brokers.bootstrapServers()),
                Map.of("min.insync.replicas", "2"),
                (short) 3,
                EmbeddedRegistry.LOCAL,
                port);
    }

    /** One partition of articles: with several, the order of what comes of them is another each time, and only last values could be compared. */
    private Settings settings() {
        return Settings.load(
                Map.of(
                        "bootstrap.servers", brokers.bootstrapServers(),
                        "schema.registry.url", registry.url(),
                        "entente.prefix", "week.",
                        "entente.replication", "3",
                        "entente.partitions.articles", "1",
                        "entente.partitions.pairs", "4",
                        "entente.standbys", "1",
                        "entente.idle", "PT5S",
                        "entente.http.port", "0"),
                Map.of(),
                null);
    }

    private Set<String> articlesWithEvents() {
        return Replayed.of(FEED, settings).events.values().stream()
                .map(Event::getMembers)
                .flatMap(List::stream)
                .map(EventReport::getArticleId)
                .collect(Collectors.toSet());
    }
}
