package io.entente.alert.episode;

import io.entente.alert.day.EpochDays;
import io.entente.alert.text.GravestAct;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The alerts of one pair that overlap in time.
 *
 * @param alerts in order of opening
 * @param day on which the first opened
 * @param mood whether they are of a crisis or of a thaw
 * @param act the gravest act; empty if the alerts show none
 * @param articles that report the events which the alerts show
 */
record Strand(List<Alert> alerts, int day, Mood mood, Optional<GravestAct> act, Set<String> articles) {

    /** What alerts are of. */
    enum Mood {
        HOSTILE,
        FRIENDLY,
        NEITHER
    }

    static Strand of(List<Alert> alerts) {
        Mood mood = mood(alerts);
        List<AlertEvidence> events = alerts.stream()
                .filter(alert -> mood(alert.getKind()) == mood)
                .map(Alert::getEvidence)
                .flatMap(Collection::stream)
                .toList();
        Set<String> articles = new HashSet<>();
        events.forEach(event -> articles.add(event.getArticleId()));
        return new Strand(
                List.copyOf(alerts),
                EpochDays.of(alerts.get(0).getOpenedAt()),
                mood,
                GravestAct.of(events),
                Set.copyOf(articles));
    }

    private static Mood mood(List<Alert> alerts) {
        for (Mood mood : List.of(Mood.HOSTILE, Mood.FRIENDLY)) {
            if (alerts.stream().anyMatch(alert -> mood(alert.getKind()) == mood)) {
                return mood;
            }
        }
        return Mood.NEITHER;
    }

    private static Mood mood(AlertKind kind) {
        return switch (kind) {
            case TENSION_SURGE, SEVERE_EVENT -> Mood.HOSTILE;
            case THAW, BREAKTHROUGH, FIRST_CONTACT, RENEWED_CONTACT -> Mood.FRIENDLY;
            case VOLUME_SURGE, FEED_SURGE, FEED_DROP, OTHER -> Mood.NEITHER;
        };
    }

    String pair() {
        return alerts.get(0).getPair();
    }

    String id() {
        return alerts.get(0).getEpisodeId();
    }
}
