package io.entente.relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which events have changed since events were last published. An event that has come and gone in between is forgotten. */
final class UnpublishedEvents {
    /** Whether each has been published before, by pair. */
    private final Map<String, Map<Leader, Boolean>> byPair = new LinkedHashMap<>();

    /**
     * What names an event: the statement that leads it.
     *
     * @param time when it was published, in epoch milliseconds: a statement that is sent again with another date leads another event
     */
    record Leader(String statementId, long time) {
        static Leader of(Report report) {
            return new Leader(report.id(), report.time());
        }
    }

    /**
     * Takes in what a statement has changed.
     *
     * @param touched the leaders whose events have changed, and whether they led before
     */
    void note(String pair, Map<Report, Boolean> touched) {
        Map<Leader, Boolean> events = byPair.computeIfAbsent(pair, name -> new LinkedHashMap<>());
        touched.forEach((report, led) -> {
            Leader leader = Leader.of(report);
            boolean published = events.getOrDefault(leader, led);
            if (published || report.leads()) {
                events.put(leader, published);
            } else {
                events.remove(leader);
            }
        });
    }

    /** Hands over the events of each pair that have been noted, and forgets them. */
    void drain(BiConsumer<String, Set<Leader>> visitor) {
        Map<String, Map<Leader, Boolean>> drained = new LinkedHashMap<>(byPair);
        byPair.clear();
        drained.forEach((pair, events) -> visitor.accept(pair, events.keySet()));
    }
}
