package io.entente.replay;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a replay found, counted over the last versions of its events and days. */
public final class ReplaySummary {
    private final PairRanking ranking = new PairRanking(Instant.MIN);
    private long events;
    private long corroborated;
    private long prominent;
    private long allegations;
    private long reports;
    private long copies;
    private final Map<String, Map<String, Integer>> alerts = new TreeMap<>();

    void event(Event event) {
        events++;
        corroborated += event.getReports() > 1 ? 1 : 0;
        prominent += event.getProminent() ? 1 : 0;
        allegations += event.getStatus() == Status.REPORTED ? 1 : 0;
        reports += event.getReports();
        copies += event.getCopies();
    }

    void alert(Alert alert) {
        String what = alert.getState() == AlertState.WITHDRAWN
                ? "WITHDRAWN"
                : alert.getSeverity().name();
        alerts.computeIfAbsent(alert.getKind().name(), kind -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    void day(RelationWindow window) {
        ranking.add(window);
    }

    /** Events, those reported only inside an allegation included. */
    public long events() {
        return events;
    }

    /** Events that several outlets reported independently. */
    public long corroborated() {
        return corroborated;
    }

    /** Events that an article reports in its headline or first sentence. */
    public long prominent() {
        return prominent;
    }

    /** Events reported only inside an allegation. */
    public long allegations() {
        return allegations;
    }

    /** Independent reports of the events. */
    public long reports() {
        return reports;
    }

    /** Copies of these reports. */
    public long copies() {
        return copies;
    }

    /** How many alerts of each severity, or withdrawn, by kind. */
    public Map<String, Map<String, Integer>> alerts() {
        return alerts;
    }

    /** The pairs, the most active first. */
    public List<PairRanking.Row> pairs() {
        return ranking.rows(PairRanking.Order.ACTIVE);
    }
}
