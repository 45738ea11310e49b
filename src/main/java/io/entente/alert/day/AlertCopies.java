package io.entente.alert.day;

import io.entente.avro.Alert;
import io.entente.avro.state.TrackedAlert;
import org.jspecify.annotations.Nullable;

/** Copies of alerts with something changed. They share what does not change; Avro's builders would copy the evidence each time. */
public final class AlertCopies {
    private AlertCopies() {}

    /** A builder that begins with what {@code alert} says. */
    public static Alert.Builder of(Alert alert) {
        return Alert.newBuilder()
                .setId(alert.getId())
                .setVersion(alert.getVersion())
                .setEpisodeId(alert.getEpisodeId())
                .setPair(alert.getPair())
                .setSource(alert.getSource().orElse(null))
                .setTarget(alert.getTarget().orElse(null))
                .setKind(alert.getKind())
                .setSeverity(alert.getSeverity())
                .setState(alert.getState())
                .setProvisional(alert.getProvisional())
                .setSingleSource(alert.getSingleSource())
                .setYoungFeed(alert.getYoungFeed())
                .setOpenedAt(alert.getOpenedAt())
                .setUpdatedAt(alert.getUpdatedAt())
                .setResolvedAt(alert.getResolvedAt().orElse(null))
                .setResolution(alert.getResolution().orElse(null))
                .setWindowStart(alert.getWindowStart())
                .setWindowDays(alert.getWindowDays())
                .setObserved(alert.getObserved().orElse(null))
                .setExpected(alert.getExpected().orElse(null))
                .setExpectedLow(alert.getExpectedLow().orElse(null))
                .setExpectedHigh(alert.getExpectedHigh().orElse(null))
                .setP(alert.getP().orElse(null))
                .setOnceInDays(alert.getOnceInDays().orElse(null))
                .setEvidenceRatio(alert.getEvidenceRatio().orElse(null))
                .setSentimentBefore(alert.getSentimentBefore().orElse(null))
                .setSentimentNow(alert.getSentimentNow().orElse(null))
                .setFamilies(alert.getFamilies())
                .setEvidence(alert.getEvidence())
                .setThresholds(alert.getThresholds())
                .setMessage(alert.getMessage());
    }

    /** A row as it stands in a table: without its alert's second value where both are the same, which they mostly are. */
    public static TrackedAlert stored(TrackedAlert row) {
        Alert shown = row.getShown().orElse(null);
        return shown != null && shown.equals(row.getSettled().orElse(null)) ? with(row, shown, null, true) : row;
    }

    /** A row as it was before it was {@link #stored}. */
    public static TrackedAlert read(TrackedAlert row) {
        Alert shown = row.getShown().orElse(null);
        return row.getConfirmed() ? with(row, shown, shown, false) : row;
    }

    /** The row with other values of its alert. */
    public static TrackedAlert with(TrackedAlert row, @Nullable Alert shown, @Nullable Alert settled) {
        return with(row, shown, settled, false);
    }

    private static TrackedAlert with(
            TrackedAlert row, @Nullable Alert shown, @Nullable Alert settled, boolean confirmed) {
        return new TrackedAlert(
                shown,
                settled,
                row.getOpened(),
                row.getEnded().orElse(null),
                row.getRenewed(),
                row.getByCount(),
                row.getByTone(),
                row.getCalmDays(),
                row.getCalmNeeded(),
                row.getStories(),
                row.getExposure(),
                row.getToneWeight(),
                row.getToneSum(),
                row.getRates(),
                row.getSevere(),
                confirmed);
    }
}
