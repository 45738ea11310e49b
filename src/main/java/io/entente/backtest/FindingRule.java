package io.entente.backtest;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When an alert counts as having found a known episode of its pair.
 *
 * @param before days before the episode's day from which it may have opened
 * @param crisisAfter days after the day of a crisis up to which it may
 * @param thawAfter the same for a thaw, which takes longer to show
 * @param crisis least severity of an alert that finds a crisis; any severity will do for a thaw
 */
public record FindingRule(int before, int crisisAfter, int thawAfter, Severity crisis) {
    private static final Set<AlertKind> OF_CRISES = Set.of(AlertKind.TENSION_SURGE, AlertKind.SEVERE_EVENT);
    private static final Set<AlertKind> OF_THAWS = Set.of(AlertKind.THAW, AlertKind.BREAKTHROUGH);

    /** From 14 days before to 10 after a crisis, or 60 after a thaw. */
    public static FindingRule of(Severity crisis) {
        return new FindingRule(14, 10, 60, crisis);
    }

    /** Whether a day is one on which an alert may open, and on which what is said belongs to the episode. */
    boolean covers(KnownEpisode episode, LocalDate day) {
        int after = episode.kind() == KnownEpisode.Kind.CRISIS ? crisisAfter : thawAfter;
        long distance = delay(episode, day);
        return -before <= distance && distance <= after;
    }

    /** Whether the alert is of a kind that finds such episodes, at whatever severity. */
    static boolean isOfKind(KnownEpisode episode, Alert alert) {
        return (episode.kind() == KnownEpisode.Kind.CRISIS ? OF_CRISES : OF_THAWS).contains(alert.getKind());
    }

    /** Whether it is severe enough. */
    boolean isStrong(KnownEpisode episode, Alert alert) {
        return episode.kind() == KnownEpisode.Kind.THAW || alert.getSeverity().compareTo(crisis) >= 0;
    }

    /** Days from the episode's day to {@code day}; negative before it. */
    static long delay(KnownEpisode episode, LocalDate day) {
        return ChronoUnit.DAYS.between(episode.day(), day);
    }

    /** The day (UTC) on which an alert opened. */
    static LocalDate opened(Alert alert) {
        return LocalDate.ofInstant(alert.getOpenedAt(), ZoneOffset.UTC);
    }
}
