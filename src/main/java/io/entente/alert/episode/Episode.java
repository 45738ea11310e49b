package io.entente.alert.episode;

import io.entente.avro.Alert;
import java.util.List;

/**
 * One story: alerts of a pair that overlap in time, with those of its neighbours to whom the same happened.
 *
 * @param id the episode id of the alert that came first
 * @param title one line that says what happened
 * @param alerts its alerts, in order of opening
 */
public record Episode(String id, String title, List<Alert> alerts) {
    public Episode {
        alerts = List.copyOf(alerts);
    }
}
