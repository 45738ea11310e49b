package io.entente.alert;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.Severity;
import io.entente.clock.Tick;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many alerts each threshold would have raised on a history of events. */
public final class Tuning {
    /** Values tried for each key, besides the one in force. */
    private static final Map<String, List<Double>> TRIED = tried();

    /**
     * What one value of one key would have raised.
     *
     * @param key in alerts.yaml
     * @param value tried
     * @param inForce whether it is the value of the policy
     * @param kinds alerts by kind, those withdrawn left out
     * @param severities the same by their highest severity
     */
    public record Row(
            String key,
            double value,
            boolean inForce,
            Map<AlertKind, Integer> kinds,
            Map<Severity, Integer> severities) {}

    private final AlertPolicy policy;
    private final List<Event> events;

    /**
     * @param policy in force
     * @param events the last version of each, in any order
     */
    public Tuning(AlertPolicy policy, Collection<Event> events) {
        this.policy = policy;
        this.events = new ArrayList<>(events);
        this.events.sort(Comparator.comparing(Event::getPublishedAt).thenComparing(Event::getId));
    }

    /** How many runs {@link #run} makes. */
    public static int runs() {
        return TRIED.values().stream().mapToInt(List::size).sum();
    }

    /** Tries every value; {@code done} hears of each row when it is ready. */
    public List<Row> run(Consumer<Row> done) {
        List<Row> rows = new ArrayList<>();
        TRIED.forEach((key, values) -> {
            double inForce = AlertPolicies.value(policy, key);
            TreeSet<Double> all = new TreeSet<>(values);
            all.add(inForce);
            for (double value : all) {
                AlertPolicy changed;
                try {
                    changed = AlertPolicies.with(policy, key, value);
                } catch (IllegalArgumentException impossible) {
                    continue; // as when the level for INFO would be stricter than that for WARNING
                }
                Row row = row(key, value, value == inForce, changed);
                rows.add(row);
                done.accept(row);
            }
        });
        return rows;
    }

    private Row row(String key, double value, boolean inForce, AlertPolicy changed) {
        Map<AlertKind, Integer> kinds = new EnumMap<>(AlertKind.class);
        Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        for (Alert alert : alerts(changed)) {
            kinds.merge(alert.getKind(), 1, Integer::sum);
            severities.merge(alert.getSeverity(), 1, Integer::sum);
        }
        return new Row(key, value, inForce, kinds, severities);
    }

    private List<Alert> alerts(AlertPolicy changed) {
        Run run = new Run(changed);
        for (Event event : events) {
            run.take(event);
        }
        return run.end();
    }

    private static Map<String, List<Double>> tried() {
        Map<String, List<Double>> tried = new LinkedHashMap<>();
        tried.put("counts.info", List.of(1e-4, 3e-4, 1e-3, 3e-3, 1e-2));
        tried.put("counts.ratio", List.of(1.0, 1.5, 2.0, 3.0));
        tried.put("tone.info", List.of(30.0, 100.0, 300.0, 1000.0, 3000.0));
        tried.put("turn.probability", List.of(0.005, 0.01, 0.02, 0.05, 0.1));
        tried.put("contact.gapDays", List.of(30.0, 90.0, 180.0));
        tried.put("severe.rareBelow", List.of(0.003, 0.01, 0.03));
        tried.put("outletFamilies", List.of(1.0, 2.0, 3.0));
        return tried;
    }

    /** One run of both cores over the history. */
    private static final class Run implements Output {
        private final PairAlerts pairs;
        private final FeedAlerts feed;
        private final Map<String, Alert> last = new HashMap<>();
        private @Nullable Instant feedStart;
        private @Nullable Instant watermark;

        Run(AlertPolicy policy) {
            this.pairs = new PairAlerts(policy, new MemoryTables());
            this.feed = new FeedAlerts(policy, new MemoryTables());
        }

        void take(Event event) {
            Instant at = event.getPublishedAt();
            if (feedStart == null) {
                feedStart = at;
            }
            if (watermark == null || EpochDays.of(at) > EpochDays.of(watermark)) {
                advance(at);
            }
            pairs.event(event.getPair() + '|' + event.getId(), event, watermark, feedStart, this);
        }

        List<Alert> end() {
            if (watermark != null) {
                advance(watermark.plus(Duration.ofDays(2)));
            }
            return last.values().stream()
                    .filter(alert -> alert.getState() != AlertState.WITHDRAWN)
                    .toList();
        }

        private void advance(Instant to) {
            watermark = to;
            pairs.advance(to, feedStart, this);
            feed.tick(new Tick(0, 1, to, feedStart, false), this);
        }

        @Override
        public void alert(String key, @Nullable Alert alert) {
            if (alert == null) {
                last.remove(key);
            } else {
                last.put(key, alert);
            }
        }

        @Override
        public void article(String articleId, Instant publishedAt, boolean leads) {
            feed.article(articleId, publishedAt, leads, this);
        }
    }
}
