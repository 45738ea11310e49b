package io.entente.backtest;

import io.entente.alert.episode.Episode;
import io.entente.avro.Alert;
import io.entente.avro.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One story: alerts of a pair that overlap in time, with those of its neighbours.
 *
 * @param opened day of its first alert
 * @param title what happened
 * @param severity of its most severe alert
 * @param alerts their ids, in order of opening
 */
public record EpisodeRow(LocalDate opened, String title, Severity severity, List<String> alerts) {
    public EpisodeRow {
        alerts = List.copyOf(alerts);
    }

    static EpisodeRow of(Episode episode) {
        List<Alert> alerts = episode.alerts();
        return new EpisodeRow(
                FindingRule.opened(alerts.get(0)),
                episode.title(),
                alerts.stream()
                        .map(Alert::getSeverity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                alerts.stream().map(Alert::getId).toList());
    }

    boolean warns() {
        return severity.compareTo(Severity.WARNING) >= 0;
    }
}
