package io.entente.backtest;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.time.LocalDate;
import java.util.List;

/** What a report shows of an alert. */
public record ShownAlert(
        String id,
        String episode,
        String pair,
        AlertKind kind,
        Severity severity,
        LocalDate opened,
        String message,
        List<String> sentences) {

    public ShownAlert {
        sentences = List.copyOf(sentences);
    }

    static ShownAlert of(Alert alert) {
        return new ShownAlert(
                alert.getId(),
                alert.getEpisodeId(),
                alert.getPair(),
                alert.getKind(),
                alert.getSeverity(),
                FindingRule.opened(alert),
                alert.getMessage(),
                alert.getEvidence().stream()
                        .map(AlertEvidence::getSentence)
                        .distinct()
                        .toList());
    }
}
