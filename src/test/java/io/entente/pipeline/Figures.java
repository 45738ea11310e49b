package io.entente.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long each kind of disturbance was felt: a table for docs/operations.md. */
final class Figures {
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final Path FILE = Path.of("target", "endurance.md");

    private final Instant begin = Instant.now();
    private final Map<String, List<Duration>> byDisturbance = new LinkedHashMap<>();
    private List<Duration> latencies = List.of();
    private Map<String, Long> state = Map.of();

    void add(String disturbance, Duration felt) {
        LOG.info("{}: {} s", disturbance, seconds(felt));
        byDisturbance.computeIfAbsent(disturbance, any -> new ArrayList<>()).add(felt);
    }

    /** Bytes of one process's state, by stage. */
    void state(Map<String, Long> bytes) {
        state = bytes;
    }

    /** Of all articles, from when they were sent to their events. */
    void latencies(Arrivals arrivals) {
        latencies = arrivals.taken(begin, Instant.now());
    }

    /** Writes the table beside the build. */
    void write(Versions versions) throws IOException {
        StringBuilder table = new StringBuilder("| disturbance | times | median s | longest s |\n|---|---|---|---|\n");
        byDisturbance.forEach((disturbance, felt) -> {
            List<Duration> sorted = felt.stream().sorted().toList();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    disturbance,
                    sorted.size(),
                    seconds(share(sorted, .5)),
                    seconds(share(sorted, 1))));
        });
        table.append(String.format(
                Locale.ROOT,
                "%n%d articles to their events: p50 %s s, p90 %s s, p99 %s s; %d versions of %d keys; %s s in all%n",
                latencies.size(),
                seconds(share(latencies, .5)),
                seconds(share(latencies, .9)),
                seconds(share(latencies, .99)),
                versions.size(),
                versions.keys(),
                seconds(Duration.between(begin, Instant.now()))));
        table.append("state on disk in bytes: ").append(state).append('\n');
        LOG.info("\n{}", table);
        Files.writeString(FILE, table);
    }

    private static Duration share(List<Duration> sorted, double share) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.round((sorted.size() - 1) * share));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
