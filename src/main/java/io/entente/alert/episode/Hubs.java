package io.entente.alert.episode;

import io.entente.alert.text.GravestAct;
import io.entente.avro.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who stands in the middle where one actor does much the same to several others within days, or they to it. A strand that could have two hubs has the
 * one with more strands around it.
 */
final class Hubs {
    /** Days between the beginnings of strands round a hub. */
    static final int REACH = 2;

    /**
     * An actor in the middle.
     *
     * @param acts whether it acts on the others, or they on it
     */
    record Hub(Strand.Mood mood, EventType type, String actor, boolean acts) {}

    private final Map<Hub, Map<Integer, Integer>> counts = new HashMap<>();

    Hubs(Collection<Strand> strands) {
        for (Strand strand : strands) {
            for (boolean acts : new boolean[] {true, false}) {
                hub(strand, acts).ifPresent(hub -> counts.computeIfAbsent(hub, absent -> new HashMap<>())
                        .merge(strand.day(), 1, Integer::sum));
            }
        }
    }

    /** The hub of a strand; empty if it has none. */
    Optional<Hub> of(Strand strand) {
        Optional<Hub> acting = hub(strand, true);
        Optional<Hub> suffering = hub(strand, false);
        int around = around(acting, strand.day());
        int aroundTarget = around(suffering, strand.day());
        return around >= aroundTarget ? acting : suffering;
    }

    private int around(Optional<Hub> hub, int day) {
        Map<Integer, Integer> days = hub.map(counts::get).orElse(Map.of());
        int around = 0;
        for (int other = day - REACH; other <= day + REACH; other++) {
            around += days.getOrDefault(other, 0);
        }
        return around;
    }

    private static Optional<Hub> hub(Strand strand, boolean acts) {
        return strand.mood() == Strand.Mood.NEITHER
                ? Optional.empty()
                : strand.act()
                        .map(GravestAct::evidence)
                        .map(event -> new Hub(
                                strand.mood(), event.getEvent(), acts ? event.getSource() : event.getTarget(), acts));
    }
}
