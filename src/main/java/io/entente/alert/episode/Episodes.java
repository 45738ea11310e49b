package io.entente.alert.episode;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups alerts into episodes. Alerts of one pair that overlap in time are one already; pairs join where both rest on one article, or where one
 * actor does much the same to several others, or they to it, within two days. A function of the set of alerts: their order does not matter.
 */
public final class Episodes {
    private static final Comparator<Strand> BY_TIME =
            Comparator.comparingInt(Strand::day).thenComparing(Strand::pair).thenComparing(Strand::id);

    private Episodes() {}

    /** The episodes of some alerts, in order of their beginning. Withdrawn alerts are left out. */
    public static List<Episode> of(Collection<Alert> alerts) {
        Map<String, List<Alert>> byPair = new LinkedHashMap<>();
        alerts.stream()
                .filter(alert -> alert.getState() != AlertState.WITHDRAWN)
                .sorted(Comparator.comparing(Alert::getOpenedAt)
                        .thenComparing(Alert::getPair)
                        .thenComparing(Alert::getId))
                .forEach(alert -> byPair.computeIfAbsent(alert.getEpisodeId(), id -> new ArrayList<>())
                        .add(alert));
        List<Cluster> clusters = new ArrayList<>();
        List<Strand> strands =
                byPair.values().stream().map(Strand::of).sorted(BY_TIME).toList();
        Hubs hubs = new Hubs(strands);
        strands.forEach(strand -> join(strand, hubs.of(strand), clusters));
        return clusters.stream().map(Cluster::episode).toList();
    }

    private static void join(Strand strand, Optional<Hubs.Hub> hub, List<Cluster> clusters) {
        for (int i = clusters.size() - 1; i >= 0 && clusters.get(i).reaches(strand); i--) {
            if (clusters.get(i).takes(strand, hub)) {
                clusters.get(i).add(strand);
                return;
            }
        }
        clusters.add(new Cluster(strand, hub));
    }
}
