package io.entente.serve.model;

import io.entente.avro.RelationWindow;
import io.entente.relation.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All pairs by day, in memory. Written by one thread, read by any. */
final class Overview {
    private static final int KEPT_RESULTS = 16;

    private final Map<String, PairDays> pairs = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final Map<Days, Result> results = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Days, Result> eldest) {
            return size() > KEPT_RESULTS;
        }
    };

    private record Result(long version, List<PairSummary> summaries) {}

    void put(RelationWindow window) {
        pairs.computeIfAbsent(window.getPair(), pair -> new PairDays())
                .put(Days.of(window.getStart().toEpochMilli()), window);
        version.incrementAndGet();
    }

    void remove(String pair, int day) {
        PairDays days = pairs.get(pair);
        if (days != null) {
            days.remove(day);
            version.incrementAndGet();
        }
    }

    /** Removes the days before {@code day}, and the pairs of which none is left. */
    void forget(int day) {
        pairs.values().removeIf(days -> days.forget(day));
        version.incrementAndGet();
    }

    List<String> names() {
        return new ArrayList<>(pairs.keySet());
    }

    int size() {
        return pairs.size();
    }

    Optional<PairSummary> summary(String pair, Days days) {
        return Optional.ofNullable(pairs.get(pair)).map(found -> summary(pair, found, days));
    }

    /** Every pair with an event in {@code days} or in as many days before. */
    List<PairSummary> summaries(Days days) {
        long now = version.get();
        synchronized (results) {
            Result known = results.get(days);
            if (known != null && known.version() == now) {
                return known.summaries();
            }
        }
        List<PairSummary> summaries = new ArrayList<>();
        pairs.forEach((pair, found) -> {
            PairSummary summary = summary(pair, found, days);
            if (summary.events() + summary.eventsBefore() > 0) {
                summaries.add(summary);
            }
        });
        List<PairSummary> result = List.copyOf(summaries);
        synchronized (results) {
            results.put(days, new Result(now, result));
        }
        return result;
    }

    private static PairSummary summary(String pair, PairDays found, Days days) {
        Totals[] now = found.sum(days.from(), days.to());
        Totals[] before = found.sum(days.before().from(), days.before().to());
        return new PairSummary(Pair.parse(pair), now[0], now[1], before[0], before[1], found.lastEventAt());
    }
}
