package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.collect.SourceHealth;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the sources are that a collector in this process polls, for {@code /status}. Safe for several threads. */
final class CollectorStatus {
    /** A status goes to every live client every few seconds: those that fail come first, and the rest is counted. */
    private static final int SHOWN = 50;

    private static final Comparator<SourceHealth> WORST_FIRST =
            Comparator.comparing(SourceHealth::failing).reversed().thenComparing(SourceHealth::name);

    private volatile Supplier<List<SourceHealth>> sources = List::of;

    void watch(Supplier<List<SourceHealth>> collector) {
        sources = collector;
    }

    void describe(ObjectNode status) {
        List<SourceHealth> all = sources.get();
        if (all.isEmpty()) {
            return;
        }
        ObjectNode collector = status.putObject("collector");
        collector.put("sources", all.size());
        collector.put("failing", all.stream().filter(SourceHealth::failing).count());
        collector.put("articles", all.stream().mapToLong(SourceHealth::articles).sum());
        ArrayNode shown = collector.putArray("worst");
        all.stream().sorted(WORST_FIRST).limit(SHOWN).forEach(source -> describe(source, shown.addObject()));
    }

    private static void describe(SourceHealth source, ObjectNode row) {
        row.put("name", source.name()).put("url", source.url());
        row.put("failures", source.failures()).put("articles", source.articles());
        time(row, "lastSuccess", source.lastSuccess());
        time(row, "nextPoll", source.nextPoll());
        if (source.lastError() != null) {
            row.put("lastError", source.lastError());
            time(row, "lastErrorAt", source.lastErrorAt());
        }
    }

    private static void time(ObjectNode row, String field, @Nullable Instant time) {
        if (time != null) {
            row.put(field, time.toString());
        }
    }
}
