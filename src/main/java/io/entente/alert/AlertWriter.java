package io.entente.alert;

import io.entente.alert.day.AlertCopies;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.PairName;
import io.entente.alert.policy.AlertPolicy;
import io.entente.alert.policy.Thresholds;
import io.entente.alert.text.AlertText;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import java.time.Instant;
import java.util.List;

/** Writes the values of an alert: how it opens, changes and ends. */
final class AlertWriter {
    /** Rarer tails are not calibrated: "once in 10 years" is the most that an alert claims. */
    private static final double LONGEST = 3650;

    private final Thresholds thresholds;

    AlertWriter(AlertPolicy policy) {
        this.thresholds = new Thresholds(policy);
    }

    /** A new alert, at version 1. */
    Alert opened(PairName pair, Finding finding, int day, Instant at, String episode) {
        Slot slot = finding.slot();
        boolean forward = slot.side() == Slot.Side.FORWARD;
        boolean directed = slot.side() != Slot.Side.PAIR;
        Alert blank = new Alert(
                Ids.alert(pair.name(), slot, day),
                1,
                episode,
                pair.name(),
                directed ? pair.source(forward) : null,
                directed ? pair.target(forward) : null,
                slot.kind(),
                finding.level().severity(),
                AlertState.OPEN,
                true,
                finding.level().singleSource(),
                finding.level().youngFeed(),
                EpochDays.start(day),
                at,
                null,
                null,
                EpochDays.start(day),
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                "");
        return updated(blank, finding, day, at);
    }

    /** The alert after another finding: severity does not fall, and its numbers are those of the strongest day so far. */
    Alert updated(Alert alert, Finding finding, int day, Instant at) {
        Alert.Builder next = AlertCopies.of(alert);
        Finding.Level level = finding.level();
        int rise = level.severity().compareTo(alert.getSeverity());
        if (rise > 0) {
            next.setSeverity(level.severity());
        }
        next.setSingleSource(
                rise > 0 ? level.singleSource() : alert.getSingleSource() && (rise < 0 || level.singleSource()));
        next.setYoungFeed(rise > 0 ? level.youngFeed() : alert.getYoungFeed() && (rise < 0 || level.youngFeed()));
        boolean shown = true;
        if (finding.count() != null) {
            shown = count(next, alert, finding.count(), day) || rise > 0;
        } else if (finding.tone() != null) {
            shown = tone(next, alert, finding.tone(), day) || rise > 0;
        } else {
            if (finding.others() != null) {
                next.setObserved(alert.getObserved().orElse((double) finding.others()));
            }
            next.setWindowDays(EpochDays.of(EpochDays.start(day)) - EpochDays.of(alert.getWindowStart()) + 1);
        }
        if (shown) {
            next.setFamilies(List.copyOf(finding.families()));
            next.setEvidence(finding.evidence().get());
            next.setUpdatedAt(at);
        }
        next.setThresholds(thresholds.of(alert.getKind()));
        return next.build();
    }

    private boolean count(Alert.Builder next, Alert alert, Finding.Count count, int day) {
        if (alert.getP().isPresent() && alert.getP().get() <= count.p()) {
            return false;
        }
        window(next, day, count.days());
        next.setObserved((double) count.observed());
        next.setExpected(count.expected().mean());
        next.setExpectedLow(count.expected().low());
        next.setExpectedHigh(count.expected().high());
        next.setP(count.p());
        next.setOnceInDays(Math.min(LONGEST, 1 / count.p()));
        return true;
    }

    private boolean tone(Alert.Builder next, Alert alert, Finding.Tone tone, int day) {
        double ratio = Math.exp(tone.evidence());
        if (alert.getEvidenceRatio().isPresent() && alert.getEvidenceRatio().get() >= ratio) {
            return false;
        }
        if (alert.getP().isEmpty()) {
            window(next, day, 1);
        }
        next.setEvidenceRatio(ratio);
        next.setSentimentBefore(alert.getSentimentBefore().orElse(tone.before()));
        next.setSentimentNow(tone.now());
        return true;
    }

    private static void window(Alert.Builder next, int day, int days) {
        next.setWindowStart(EpochDays.start(day - days + 1));
        next.setWindowDays(days);
    }

    /** The alert after its end on {@code day}. */
    Alert ended(Alert alert, int day, String resolution) {
        return AlertCopies.of(alert)
                .setState(AlertState.RESOLVED)
                .setResolution(resolution)
                .setResolvedAt(EpochDays.end(day))
                .setUpdatedAt(EpochDays.end(day))
                .build();
    }

    /** A provisional alert that closing has not confirmed. */
    Alert withdrawn(Alert alert) {
        Instant end = EpochDays.end(EpochDays.of(alert.getOpenedAt()));
        return worded(AlertCopies.of(alert)
                .setState(AlertState.WITHDRAWN)
                .setProvisional(false)
                .setResolution("not confirmed")
                .setResolvedAt(end)
                .setUpdatedAt(end)
                .build());
    }

    /** The alert with the sentence that says what it says. */
    static Alert worded(Alert alert) {
        return AlertCopies.of(alert).setMessage(AlertText.sentence(alert)).build();
    }

    /** Severity of an alert that may not be higher than INFO yet. */
    static Finding.Level capped(Finding.Level level, boolean cap) {
        return cap ? Finding.Level.OF_YOUNG_FEED : level;
    }
}
