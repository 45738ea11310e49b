package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.alert.episode.Episode;
import io.entente.alert.episode.Episodes;
import io.entente.avro.Alert;
import io.entente.serve.http.Params;
import io.entente.serve.model.Cursor;
import io.entente.serve.model.Page;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The episodes, across pairs, to which some alerts belong. */
final class EpisodeViews {
    /** Alerts that opened so long before may belong to the same episode. */
    private static final Duration REACH = Duration.ofDays(7);
    /** Pages of alerts that are looked at: beyond them, the oldest stand alone. */
    private static final int PAGES = 10;

    private final Map<String, Episode> byAlert = new HashMap<>();

    private EpisodeViews(Collection<Alert> alerts) {
        Episodes.of(alerts).forEach(episode -> episode.alerts().forEach(alert -> byAlert.put(alert.getId(), episode)));
    }

    /** The episodes of {@code alerts}, with all alerts of the read model that belong to them. */
    static EpisodeViews of(Collection<Alert> alerts, ReadModel model) {
        Optional<Instant> first = alerts.stream().map(Alert::getOpenedAt).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return new EpisodeViews(List.of());
        }
        TimeRange since = TimeRange.of(first.get().minus(REACH), null);
        Map<String, Alert> near = new LinkedHashMap<>();
        Cursor next = null;
        for (int pages = 0; pages == 0 || pages < PAGES && next != null; pages++) {
            Page<Alert> page = model.alerts().page(null, since, next, Params.MAX_LIMIT, alert -> true);
            page.items().forEach(alert -> near.put(alert.getId(), alert));
            next = page.next();
        }
        alerts.forEach(alert -> near.putIfAbsent(alert.getId(), alert));
        return new EpisodeViews(near.values());
    }

    /** The episode of an alert; null for one that was withdrawn. */
    @Nullable
    Episode of(Alert alert) {
        return byAlert.get(alert.getId());
    }

    /** Adds to the view of an alert the id of its episode, its line, and how many alerts it has. */
    void add(ObjectNode view, Alert alert) {
        Episode episode = of(alert);
        if (episode != null) {
            view.put("episode", episode.id());
            view.put("episodeTitle", episode.title());
            view.put("episodeAlerts", episode.alerts().size());
        }
    }
}
