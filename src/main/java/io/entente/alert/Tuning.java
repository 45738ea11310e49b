package io.entente.alert;

import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.Severity;
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
        Map<String, Alert> last = new HashMap<>();
        AlertRebuild history = new AlertRebuild(changed, (key, alert) -> {
            if (alert == null) {
                last.remove(key);
            } else {
                last.put(key, alert);
            }
        });
        events.forEach(history::take);
        history.end();
        return last.values().stream()
                .filter(alert -> alert.getState() != AlertState.WITHDRAWN)
                .toList();
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
}
