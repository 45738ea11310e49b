package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.CollectorReport;
import io.entente.avro.CollectorSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What collectors last reported of themselves, wherever they run, for {@code /status}. Safe for several threads. */
final class CollectorStatus {
    /** A status goes to every live client every few seconds: so many sources of all collectors are shown, and the rest is counted. */
    private static final int SHOWN = 50;
    /** A collector reports every half a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** One that has said nothing for so long is forgotten, as it is in the topic. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** How a collector is. */
    enum State {
        /** It reports. */
        RUNNING,
        /** It has not reported for a while, and has not said that it stops. */
        SILENT,
        /** It has said that it stops. */
        STOPPED
    }

    private record Heard(Instant at, CollectorReport report) {
        State state(Instant now) {
            if (report.getStopped()) {
                return State.STOPPED;
            }
            return at.isBefore(now.minus(PATIENCE)) ? State.SILENT : State.RUNNING;
        }
    }

    private final Clock clock;
    private final Map<String, Heard> collectors = new ConcurrentHashMap<>();

    CollectorStatus(Clock clock) {
        this.clock = clock;
    }

    /** Takes in a row of {@code collectors} that was appended at {@code at}; null removes it. */
    void take(String key, Instant at, @Nullable CollectorReport report) {
        if (report == null) {
            collectors.remove(key);
        } else {
            collectors.put(key, new Heard(at, report));
        }
    }

    /** How many are in {@code state}. */
    long count(State state) {
        Instant now = clock.instant();
        return heard(now).stream().filter(each -> each.state(now) == state).count();
    }

    /** Those not forgotten: the silent first, then in order of their machines. */
    private List<Heard> heard(Instant now) {
        collectors.values().removeIf(each -> each.at().isBefore(now.minus(KEPT)));
        return collectors.values().stream()
                .sorted(Comparator.comparing((Heard each) -> each.state(now) != State.SILENT)
                        .thenComparing(each -> each.report().getHost())
                        .thenComparing(each -> each.report().getId()))
                .toList();
    }

    /** Adds {@code collectors}, unless there are none. */
    void describe(ObjectNode status) {
        Instant now = clock.instant();
        List<Heard> all = heard(now);
        if (all.isEmpty()) {
            return;
        }
        ArrayNode rows = status.putArray("collectors");
        for (Heard each : all) {
            CollectorReport report = each.report();
            ObjectNode row = rows.addObject()
                    .put("id", report.getId())
                    .put("host", report.getHost())
                    .put("version", report.getVersion())
                    .put("state", each.state(now).name())
                    .put("startedAt", report.getStartedAt().toString())
                    .put("reportedAt", each.at().toString())
                    .put("sources", report.getSources())
                    .put("failing", report.getFailing())
                    .put("articles", report.getArticles());
            ArrayNode worst = row.putArray("worst");
            report.getWorst().stream()
                    .limit(Math.max(1, SHOWN / all.size()))
                    .forEach(source -> describe(source, worst.addObject()));
        }
    }

    private static void describe(CollectorSource source, ObjectNode row) {
        row.put("name", source.getName()).put("url", source.getUrl());
        row.put("failures", source.getFailures()).put("articles", source.getArticles());
        source.getLastSuccess().ifPresent(time -> row.put("lastSuccess", time.toString()));
        source.getNextPoll().ifPresent(time -> row.put("nextPoll", time.toString()));
        source.getLastError().ifPresent(error -> row.put("lastError", error));
        source.getLastErrorAt().ifPresent(time -> row.put("lastErrorAt", time.toString()));
    }
}
