package io.entente.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.article.Articles;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.registry.AvroSerdes;
import io.entente.registry.AvroTrust;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * What Entente costs beside bare Kafka Streams, in one run: each round takes the same articles through (a) a topology that only copies them,
 * (b) the coder alone, (c) ENRICH, (d) all stages; then articles come at half the speed of (d), and their way to {@code events} is timed. Broker and
 * registry run in a process of their own. Beside that, of (d): processor time of each stage's own threads, and the bytes of its changelogs. Run
 * it with {@code bin/bench [ARTICLES [ROUNDS [news|year]]]}; {@code ENTENTE_CODER=rules,reader} in the environment adds the learned reader.
 */
public final class EndToEnd {
    private static final int LATENCY_SECONDS = 30;
    /** How often a group is asked what it has committed. */
    private static final Duration POLL = Duration.ofMillis(50);
    /** In the first seconds clients ask for metadata and schemas, and stores are created. */
    private static final int LEAD_IN_SECONDS = 5;
    /** Until then Java's compilers are busy with what the coder alone does not run. */
    private static final int WARM_UP = 3;
    /** How often the articles are copied, which is so quick that once is over before it is seen. */
    private static final int COPIES = 20;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<String> EXTRACTORS =
            List.of(System.getenv().getOrDefault("ENTENTE_CODER", "rules").split(","));
    private static final Coder CODER =
            ArticleCoder.of(Gazetteer.load(), new ExtractorSettings(EXTRACTORS, null, null, ExtractorSettings.PARTIES));

    private final String brokers;
    private final String registry;
    private final Path folder;
    private final List<Article> articles;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
    private final Map<String, List<Double>> stageCosts = new LinkedHashMap<>();
    private int latencies;

    /** What some articles took. */
    private record Cost(double perSecond, double cpuPerThousand) {}

    private EndToEnd(String brokers, String registry, Path folder, List<Article> articles) {
        this.brokers = brokers;
        this.registry = registry;
        this.folder = folder;
        this.articles = articles;
    }

    public static void main(String[] args) throws Exception {
        AvroTrust.allowGeneratedRecords();
        if (args[0].equals("broker")) {
            serve(Path.of(args[1]));
            return;
        }
        Path folder = Files.createTempDirectory("entente-bench");
        List<Article> articles = articles(Path.of(args[0]), args[2].equals("year"));
        Process broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndToEnd.class.getName(),
                        "broker",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8))) {
            EndToEnd bench = new EndToEnd(said.readLine(), said.readLine(), folder, articles);
            if (args.length > 3) {
                for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
                    Cost cost = bench.stages(round, "all", EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT));
                    System.out.printf(
                            "all stages: %.0f articles/s, %.2f CPU-s per 1,000%n",
                            cost.perSecond(), cost.cpuPerThousand());
                    if (args[3].equals("latency")) {
                        bench.latency(cost.perSecond() / 2);
                    }
                }
                bench.printStageCosts();
            } else {
                bench.run(Integer.parseInt(args[1]));
            }
        } finally {
            broker.destroy();
            broker.waitFor();
        }
    }

    private static void serve(Path folder) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of());
        EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
        System.out.println(broker.bootstrapServers());
        System.out.println(registry.url());
        Thread.currentThread().join();
    }

    /** A synthetic feed. Where its articles are short, each is brought to the length of a usual one by texts without statements. */
    private static List<Article> articles(Path feed, boolean isShort) throws Exception {
        ArticleReader reader = new ArticleReader();
        List<String> padding = new ArrayList<>();
        Set<String> without = Set.of("f004", "f011", "f013", "f016", "f036", "f041", "f049", "f053");
        try (InputStream sample = EndToEnd.class.getResourceAsStream("/io/entente/cli/sample-feed.jsonl")) {
            for (Article article : reader.readAll("sample", sample)) {
                if (without.contains(article.getId().orElse(""))) {
                    padding.add(article.getBody());
                }
            }
        }
        List<Article> articles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(feed)) {
            for (Article article : reader.readAll(feed.toString(), in)) {
                if (!isShort) {
                    articles.add(article);
                    continue;
                }
                int n = articles.size();
                String more = padding.get(n % padding.size()) + "\n\n" + padding.get((n + 3) % padding.size());
                articles.add(Article.newBuilder(article)
                        .setBody(article.getBody() + "\n\n" + more)
                        .build());
            }
        }
        return articles;
    }

    private void run(int rounds) throws Exception {
        double length =
                articles.stream().mapToInt(a -> a.getBody().length()).average().orElse(0);
        System.out.printf(
                "%d articles of %.0f characters on average, %d rounds after %d to warm up%n",
                articles.size(), length, rounds, WARM_UP);
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            Map<String, Cost> one = new LinkedHashMap<>();
            one.put("(a) bare Kafka Streams, copying", copying(round));
            one.put("(b) the coder alone, one thread", coding());
            one.put("(c) ENRICH", stages(round, "enrich", EnumSet.of(Stage.ENRICH)));
            one.put("(d) all stages", stages(round, "all", EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT)));
            for (Map.Entry<String, Cost> entry : one.entrySet()) {
                System.err.printf(
                        "round %d %-33s %8.0f articles/s %8.2f CPU-s per 1,000%n",
                        round, entry.getKey(), entry.getValue().perSecond, entry.getValue().cpuPerThousand);
                if (round > 0) {
                    costs.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                            .add(entry.getValue());
                }
            }
        }
        System.out.println("\n| | articles/s | CPU-s per 1,000 articles |\n|---|---|---|");
        costs.forEach((name, all) -> System.out.printf(
                "| %s | %,.0f | %.2f |%n",
                name,
                median(all.stream().map(Cost::perSecond).toList()),
                median(all.stream().map(Cost::cpuPerThousand).toList())));
        List<Double> copying = cpu("(a) bare Kafka Streams, copying");
        List<Double> coding = cpu("(b) the coder alone, one thread");
        List<Double> all = cpu("(d) all stages");
        List<Double> ratios = IntStream.range(0, rounds)
                .mapToObj(round -> all.get(round) / (copying.get(round) + coding.get(round)))
                .toList();
        System.out.printf("%n(d) / ((a) + (b)), CPU, median of the rounds: %.2f%n%n", median(ratios));
        printStageCosts();
        double speed =
                median(costs.get("(d) all stages").stream().map(Cost::perSecond).toList());
        latency(speed / 2);
    }

    private void printStageCosts() {
        stageCosts.forEach((name, all) -> System.out.printf("%s: %,.3f%n", name, median(all)));
    }

    private List<Double> cpu(String name) {
        return Objects.requireNonNull(costs.get(name)).stream()
                .map(Cost::cpuPerThousand)
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private Cost coding() {
        Meter meter = new Meter(0);
        articles.forEach(CODER::code);
        return meter.cost(articles.size());
    }

    /** Time and processor time of this process from some article on. */
    private static final class Meter {
        private final long first;
        private final long begin = System.nanoTime();
        private final long cpu = SYSTEM.getProcessCpuTime();

        Meter(long first) {
            this.first = first;
        }

        Cost cost(long last) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            double used = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            return new Cost((last - first) / seconds, used * 1_000 / (last - first));
        }
    }

    /** Waits for the first commit of a group, so that joining it does not count. */
    private static Meter begun(Settings settings, String group) throws Exception {
        try (Admin admin = admin(settings)) {
            while (true) {
                long committed =
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                                .mapToLong(OffsetAndMetadata::offset)
                                .sum();
                if (committed > 0) {
                    return new Meter(committed);
                }
                Thread.sleep(10);
            }
        }
    }

    private Settings settings(String prefix) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "schema.registry.url",
                        registry,
                        "entente.prefix",
                        prefix + ".",
                        "entente.coder",
                        String.join(",", EXTRACTORS),
                        "entente.state.dir",
                        folder.resolve(prefix).toString()),
                Map.of(),
                null);
    }

    private static Topics topics(Settings settings) {
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.apply(topics);
        }
        return topics;
    }

    private Cost copying(int round) throws Exception {
        Settings settings = settings("copy-" + round);
        Topics topics = topics(settings);
        for (int i = 0; i < COPIES; i++) {
            publish(settings, topics);
        }
        String copies = topics.articles().name() + ".copies";
        Properties config = new Properties();
        config.putAll(settings.kafkaConfig());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "copy-" + round);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        Topology topology = new Topology()
                .addSource(
                        "in",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.articles().name())
                .addSink("out", copies, new ByteArraySerializer(), new ByteArraySerializer(), "in");
        try (Admin admin = admin(settings)) {
            admin.createTopics(List.of(new NewTopic(copies, topics.articles().partitions(), (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaStreams streams = new KafkaStreams(topology, config)) {
            streams.start();
            Meter meter = begun(settings, "copy-" + round);
            awaitCommitted(settings, "copy-" + round, topics.articles());
            Cost cost = meter.cost((long) articles.size() * COPIES);
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            return cost;
        }
    }

    private Cost stages(int round, String name, Set<Stage> stages) throws Exception {
        Settings settings = settings(name + "-" + round);
        Topics topics = topics(settings);
        publish(settings, topics);
        try (Pipeline pipeline = Pipeline.start(settings, stages, CODER, AlertPolicies.builtIn())) {
            Meter meter = begun(settings, settings.applicationId(Stage.ENRICH.name()));
            Map<Stage, Long> threads = StageCosts.threadTime(settings, stages);
            // Each stage has read all that the one before it wrote, and committed what it made of it.
            awaitCommitted(settings, settings.applicationId(Stage.ENRICH.name()), topics.articles());
            if (stages.contains(Stage.RELATE)) {
                awaitCommitted(settings, settings.applicationId(Stage.RELATE.name()), topics.statements());
                awaitCommitted(settings, settings.applicationId(Stage.ALERT.name()), topics.events());
            }
            Cost cost = meter.cost(articles.size());
            pipeline.requireNoFailure();
            if (round > 0 && stages.size() > 1) {
                StageCosts.of(settings, stages, threads, articles.size()).forEach((what, value) -> stageCosts
                        .computeIfAbsent(what, key -> new ArrayList<>())
                        .add(value));
            }
            return cost;
        }
    }

    private static Admin admin(Settings settings) {
        return Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
    }

    /** Waits until {@code group} has committed what {@code topic} holds now; ticks, which go on, apart. */
    private static void awaitCommitted(Settings settings, String group, Topic<?, ?> topic) throws Exception {
        try (Admin admin = admin(settings)) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int i = 0; i < topic.partitions(); i++) {
                latest.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
            Map<TopicPartition, Long> ends = admin.listOffsets(latest).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 1) // a commit marker counts as a record
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset() - 1));
            while (true) {
                Map<TopicPartition, Long> committed = new HashMap<>();
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
                if (ends.entrySet().stream()
                        .allMatch(end -> committed.getOrDefault(end.getKey(), -1L) >= end.getValue())) {
                    return;
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private void publish(Settings settings, Topics topics) {
        try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            articles.forEach(article -> producer.send(record(topics, article)));
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Settings settings) {
        return new KafkaProducer<>(
                new HashMap<>(settings.kafkaConfig()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> record(Topics topics, Article article) {
        String name = topics.articles().name();
        return new ProducerRecord<>(
                name,
                article.getId().orElseThrow().getBytes(StandardCharsets.UTF_8),
                topics.articles().value().serializer().serialize(name, article));
    }

    /** From the sending of an article to the committed event that it leads or reports. */
    private void latency(double rate) throws Exception {
        Settings settings = settings("latency-" + latencies++);
        Topics topics = topics(settings);
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Long> seen = new ConcurrentHashMap<>();
        AtomicBoolean reading = new AtomicBoolean(true);
        try (Pipeline pipeline = Pipeline.start(
                settings, EnumSet.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT), CODER, AlertPolicies.builtIn())) {
            pipeline.awaitReady(Duration.ofMinutes(1));
            Thread consumer = new Thread(() -> follow(settings, topics, seen, reading));
            consumer.start();
            int count = (int) Math.min(articles.size(), rate * LATENCY_SECONDS);
            try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
                long begin = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    long due = begin + (long) (i / rate * 1e9);
                    while (System.nanoTime() < due) {
                        Thread.sleep(1);
                    }
                    sent.put(Articles.id(articles.get(i)), System.nanoTime());
                    producer.send(record(topics, articles.get(i)));
                }
            }
            Thread.sleep(5_000);
            reading.set(false);
            consumer.join();
        }
        long begin = Collections.min(sent.values());
        long later = begin + TimeUnit.SECONDS.toNanos(LEAD_IN_SECONDS);
        System.out.printf(
                "%nat %.0f articles/s (half of (d)), from sending an article to its committed event: %s after a lead-in of %d seconds, %s in these%n",
                rate,
                percentiles(sent, seen, later, Long.MAX_VALUE),
                LEAD_IN_SECONDS,
                percentiles(sent, seen, begin, later));
    }

    /** Of the articles sent at {@code from} or later and before {@code to}. */
    private static String percentiles(Map<String, Long> sent, Map<String, Long> seen, long from, long to) {
        double[] millis = sent.entrySet().stream()
                .filter(article -> article.getValue() >= from && article.getValue() < to)
                .filter(article -> seen.containsKey(article.getKey()))
                .mapToDouble(article -> (seen.get(article.getKey()) - article.getValue()) / 1e6)
                .sorted()
                .toArray();
        return "p50 %.0f ms, p99 %.0f ms (%d articles with events)"
                .formatted(millis[millis.length / 2], millis[millis.length * 99 / 100], millis.length);
    }

    private static void follow(Settings settings, Topics topics, Map<String, Long> seen, AtomicBoolean reading) {
        try (TopicReader reader = new TopicReader(settings)) {
            reader.follow(
                    List.of(topics.events()),
                    new TopicReader.Start.Beginning(),
                    record -> {
                        if (record.value() != null) {
                            long now = System.nanoTime();
                            topics.events()
                                    .value()
                                    .deserializer()
                                    .deserialize(record.topic(), record.value())
                                    .getMembers()
                                    .forEach(member -> seen.putIfAbsent(member.getArticleId(), now));
                        }
                    },
                    reading::get);
        }
    }
}
