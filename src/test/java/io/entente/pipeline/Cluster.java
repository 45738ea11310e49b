package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.registry.AvroSerdes;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and a real registry for a test class; each test takes a prefix of its own. */
public final class Cluster implements AutoCloseable {
    private final Path folder;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    public Cluster(Path folder) {
        this.folder = folder;
        this.broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of("group.min.session.timeout.ms", "1000"));
        this.registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    /** Where the registry serves. */
    String registryUrl() {
        return registry.url();
    }

    /** Settings of an Entente of its own on this cluster. */
    public Settings settings(String prefix, int articlePartitions, int pairPartitions) {
        return settings(prefix, articlePartitions, pairPartitions, Map.of());
    }

    /** Settings of an Entente of its own on this cluster, {@code more} going before ours. */
    public Settings settings(String prefix, int articlePartitions, int pairPartitions, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                registry.url(),
                "entente.prefix",
                prefix + ".",
                "entente.partitions.articles",
                Integer.toString(articlePartitions),
                "entente.partitions.pairs",
                Integer.toString(pairPartitions),
                "entente.idle",
                "PT5S",
                "entente.http.port",
                "0",
                "kafka.session.timeout.ms",
                "3000", // a killed process is soon given up
                "kafka.heartbeat.interval.ms",
                "500",
                "entente.state.dir",
                folder.resolve("state-" + prefix).toString()));
        all.putAll(more);
        return Settings.load(all, Map.of(), null);
    }

    /** The topics of {@code settings}, made where they are missing. */
    public static Topics topics(Settings settings) {
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.apply(topics);
        }
        return topics;
    }

    /** The sample feed. */
    public static List<Article> sampleFeed() {
        List<Article> articles = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(Cluster.class.getResourceAsStream("/io/entente/cli/sample-feed.jsonl"))) {
            articles.addAll(new ArticleReader().readAll("sample", in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return articles;
    }

    /** Publishes {@code articles} under their ids and waits until they are acknowledged. */
    public static void publish(Settings settings, Topics topics, List<Article> articles) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            for (Article article : articles) {
                sent.add(producer.send(new ProducerRecord<>(
                        topics.articles().name(),
                        article.getId().orElseThrow().getBytes(StandardCharsets.UTF_8),
                        topics.articles()
                                .value()
                                .serializer()
                                .serialize(topics.articles().name(), article))));
            }
        }
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("not acknowledged", e);
            }
        }
    }

    public static KafkaProducer<byte[], byte[]> producer(Settings settings) {
        return new KafkaProducer<>(
                new HashMap<>(settings.kafkaConfig()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Waits until {@code articles} have become alerts, as long as {@code run} lives. */
    static void awaitThrough(Settings settings, Topics topics, List<Article> articles, ChildRun run) {
        Instant newest = articles.stream()
                .map(Article::getPublishedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        new Completion(settings, topics, settings.pairPartitions()).await(newest, Duration.ofMinutes(3), () -> {
            if (!run.alive()) {
                throw new AssertionError("the process has ended: " + run.log());
            }
            return true;
        });
    }

    /** Waits until {@code stage} has committed all of {@code topic}, as long as {@code run} lives. */
    static void awaitConsumed(Settings settings, Topic<?, ?> topic, Stage stage, ChildRun run) {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(i -> new TopicPartition(topic.name(), i))
                    .toList();
            Map<TopicPartition, Long> ends = admin
                    .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
            await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
                if (!run.alive()) {
                    throw new IllegalStateException("the process has ended: " + run.log());
                }
                Map<TopicPartition, Long> committed = new HashMap<>();
                admin.listConsumerGroupOffsets(settings.applicationId(stage.name()))
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
                assertThat(committed).containsAllEntriesOf(ends);
            });
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** How many articles have been coded. */
    static int coded(Settings settings, Topics topics) {
        Set<String> articles = new HashSet<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.enriched()), new TopicReader.Start.Beginning(), record -> {
                if (record.key() != null) {
                    articles.add(new String(record.key(), StandardCharsets.UTF_8));
                }
            });
        }
        return articles.size();
    }

    /** How many processes are in a stage's group and have tasks. */
    static int processes(Settings settings, Stage stage) throws InterruptedException, ExecutionException {
        String group = settings.applicationId(stage.name());
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            return (int)
                    Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                                    .all()
                                    .get()
                                    .get(group))
                            .members()
                            .stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
                            .distinct()
                            .count();
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
