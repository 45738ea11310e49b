package io.entente.pipeline;

import io.entente.config.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** What each stage of a running pipeline has cost: processor time of the threads that bear its name, bytes of its changelogs. */
final class StageCosts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
        }
        return costs;
    }

    private static List<LogDirDescription> folders(Admin admin) throws Exception {
        List<Integer> brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .toList();
    }
}
