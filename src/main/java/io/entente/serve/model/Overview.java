package io.entente.serve.model;

import io.entente.avro.RelationWindow;
import io.entente.relation.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All pairs by day, in memory; of the spans that were asked for last, sums that are brought up to date pair by pair. Written by one thread, read by any. */
final class Overview {
    private static final int KEPT_RESULTS = 6;

    private final Map<String, PairDays> pairs = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final Map<DayRange, Result> results = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DayRange, Result> eldest) {
            return size() > KEPT_RESULTS;
        }
    };

    private final Object counting = new Object();

    private record Result(long version, Map<String, PairSummary> byPair) {
        /** In no order. */
        List<PairSummary> summaries() {
            return List.copyOf(byPair.values());
        }
    }

    void put(RelationWindow window) {
        PairDays days = pairs.computeIfAbsent(window.getPair(), pair -> new PairDays());
        days.put(DayRange.of(window.getStart().toEpochMilli()), window);
        changed(days);
    }

    /** First the pair says so, then the version: who sees the new version sees which pairs it is about. */
    private void changed(PairDays days) {
        days.changed(version.get() + 1);
        version.incrementAndGet();
    }

    void remove(String pair, int day) {
        PairDays days = pairs.get(pair);
        if (days != null) {
            days.remove(day);
            changed(days);
        }
    }

    /** Removes the days before {@code day}, and the pairs of which none is left. */
    void forget(int day) {
        long next = version.get() + 1;
        pairs.values().removeIf(days -> {
            days.changed(next);
            return days.forget(day);
        });
        version.incrementAndGet();
    }

    List<String> names() {
        return new ArrayList<>(pairs.keySet());
    }

    int size() {
        return pairs.size();
    }

    Optional<PairSummary> summary(String pair, DayRange days) {
        return Optional.ofNullable(pairs.get(pair)).map(found -> summary(pair, found, days));
    }

    /** Every pair with an event in {@code days} or in as many days before. */
    List<PairSummary> summaries(DayRange days) {
        Result known = known(days);
        if (known == null || known.version() != version.get()) {
            // Many ask for the same at once: one counts, the others wait for it.
            synchronized (counting) {
                known = count(days, known(days));
            }
        }
        return known.summaries();
    }

    private @Nullable Result known(DayRange days) {
        synchronized (results) {
            return results.get(days);
        }
    }

    /** Adds up the pairs that have changed since. */
    private Result count(DayRange days, @Nullable Result old) {
        long now = version.get();
        if (old != null && old.version() == now) {
            return old;
        }
        Map<String, PairSummary> byPair = new HashMap<>();
        pairs.forEach((pair, found) -> {
            PairSummary before = old != null && found.changed() <= old.version()
                    ? old.byPair().get(pair)
                    : null;
            PairSummary summary = before == null ? summary(pair, found, days) : before;
            if (summary.events() + summary.eventsBefore() > 0) {
                byPair.put(pair, summary);
            }
        });
        Result result = new Result(now, byPair);
        synchronized (results) {
            results.put(days, result);
        }
        return result;
    }

    /** Every day that has events, of all pairs or of those of one actor, early ones first. */
    List<DayTotals> days(@Nullable String actor) {
        Map<Integer, long[]> sums = new HashMap<>();
        pairs.forEach((pair, found) -> {
            if (actor == null || Pair.parse(pair).has(actor)) {
                found.addTo(sums);
            }
        });
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> day(LocalDate.ofEpochDay(day.getKey()), PairDays.totals(day.getValue())))
                .filter(day -> day.events() > 0)
                .toList();
    }

    private static DayTotals day(LocalDate day, DirectionSummary totals) {
        return new DayTotals(day, totals.events(), totals.cooperation(), totals.conflict());
    }

    private static PairSummary summary(String pair, PairDays found, DayRange days) {
        DirectionSummary[] now = found.sum(days.from(), days.to());
        DirectionSummary[] before =
                found.sum(days.before().from(), days.before().to());
        return new PairSummary(Pair.parse(pair), now[0], now[1], before[0], before[1], found.lastEventAt());
    }
}
