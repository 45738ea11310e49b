package io.entente.pipeline;

import io.entente.config.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What each stage of a running pipeline has cost: processor time of the threads that bear its name, bytes of its changelogs. */
final class StageCosts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration POLL = Duration.ofMillis(500);

    private StageCosts() {}

    /** Nanoseconds that the threads of each stage have run: its own and those of its clients. */
    static Map<Stage, Long> threadTime(Settings settings, Set<Stage> stages) {
        Map<Stage, Long> time = new EnumMap<>(Stage.class);
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            for (Stage stage : stages) {
                if (thread != null && thread.getThreadName().contains(settings.applicationId(stage.name()))) {
                    time.merge(stage, Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())), Long::sum);
                }
            }
        }
        return time;
    }

    /** @param before what {@link #threadTime} gave at the begin */
    static Map<String, Double> of(Settings settings, Set<Stage> stages, Map<Stage, Long> before, int articles)
            throws Exception {
        Map<String, Double> costs = new LinkedHashMap<>();
        threadTime(settings, stages)
                .forEach((stage, time) -> costs.put(
                        stage + ", CPU-s of its threads per 1,000 articles",
                        (time - before.getOrDefault(stage, 0L)) / 1e6 / articles));
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()))) {
            List<LogDirDescription> folders = folders(admin);
            for (Stage stage : stages) {
                long bytes = folders.stream()
                        .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                        .filter(log -> log.getKey().topic().startsWith(settings.applicationId(stage.name()) + "-")
                                && log.getKey().topic().endsWith("-changelog"))
                        .mapToLong(log -> log.getValue().size())
                        .sum();
                costs.put(stage + ", bytes of changelogs an article", (double) bytes / articles);
            }
            rows(settings, admin, stages).forEach((what, size) -> costs.put(what, (double) size / articles));
        }
        return costs;
    }

    /** Bytes of the rows in the changelogs, by table, before compression. */
    private static Map<String, Long> rows(Settings settings, Admin admin, Set<Stage> stages) throws Exception {
        Map<String, Long> sizes = new TreeMap<>();
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Stage stage : stages) {
                String prefix = settings.applicationId(stage.name()) + "-";
                List<TopicPartition> partitions = new ArrayList<>();
                for (String topic : admin.listTopics().names().get()) {
                    if (topic.startsWith(prefix) && topic.endsWith("-changelog")) {
                        consumer.partitionsFor(topic)
                                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
                    }
                }
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                    consumer.poll(POLL).forEach(row -> count(stage, row, sizes));
                }
            }
        }
        return sizes;
    }

    private static void count(Stage stage, ConsumerRecord<byte[], byte[]> row, Map<String, Long> sizes) {
        String key = new String(row.key(), StandardCharsets.UTF_8);
        int end = key.indexOf('/');
        long size = row.key().length + (row.value() == null ? 0 : row.value().length);
        sizes.merge(stage + ", bytes of rows an article before compression", size, Long::sum);
        sizes.merge(stage + ", of these in " + (end < 0 ? "other rows" : key.substring(0, end)), size, Long::sum);
    }

    private static List<LogDirDescription> folders(Admin admin) throws Exception {
        List<Integer> brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .toList();
    }
}
