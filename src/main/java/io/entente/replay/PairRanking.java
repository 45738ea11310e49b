package io.entente.replay;

import io.entente.avro.DirectionTotals;
import io.entente.avro.RelationWindow;
import io.entente.relation.Tension;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up windows pair by pair, for one period and the one before it, and ranks the pairs. */
public final class PairRanking {
    private final Instant middle;
    private final Map<String, Sums> now = new TreeMap<>();
    private final Map<String, Sums> before = new HashMap<>();

    /** @param middle where the period begins: windows that start earlier are the period before */
    public PairRanking(Instant middle) {
        this.middle = middle;
    }

    /** Running sums of one period. */
    private static final class Sums {
        private int events;
        private long conflict;
        private long cooperation;

        private void add(DirectionTotals totals) {
            events += totals.getEvents();
            conflict += totals.getConflict();
            cooperation += totals.getCooperation();
        }

        private double tension() {
            return Tension.of(conflict, cooperation);
        }
    }

    /**
     * A pair in the ranking.
     *
     * @param pair both codes, e.g. {@code CHN-RUS}
     * @param events events of the period
     * @param eventsBefore events of the period before
     * @param tension index over the whole period, -100 to 100
     * @param tensionBefore the same over the period before
     */
    public record Row(String pair, int events, int eventsBefore, double tension, double tensionBefore) {
        /** By how much the tension has risen (above 0) or fallen, -200 to 200. */
        public double change() {
            return tension - tensionBefore;
        }
    }

    /** What the pairs are ranked by. */
    @SuppressWarnings("ImmutableEnumChecker") // comparators hold no state
    public enum Order {
        /** Most events first. */
        ACTIVE(Comparator.comparingInt(Row::events).reversed()),
        /** Highest tension first. */
        TENSE(Comparator.comparingDouble(Row::tension).reversed()),
        /** Largest change of tension first, up or down. */
        CHANGED(Comparator.comparingDouble((Row row) -> Math.abs(row.change())).reversed());

        private final Comparator<Row> rows;

        Order(Comparator<Row> rows) {
            this.rows = rows.thenComparing(Row::pair);
        }
    }

    /** Adds a window; all must be of one granularity, and each the last version under its key. */
    public void add(RelationWindow window) {
        Map<String, Sums> period = window.getStart().isBefore(middle) ? before : now;
        Sums sums = period.computeIfAbsent(window.getPair(), pair -> new Sums());
        sums.add(window.getForward());
        sums.add(window.getBackward());
    }

    /** The pairs that had events in the period. */
    public List<Row> rows(Order order) {
        return now.keySet().stream()
                .map(this::row)
                .filter(row -> row.events() > 0)
                .sorted(order.rows)
                .toList();
    }

    private Row row(String pair) {
        Sums after = now.getOrDefault(pair, new Sums());
        Sums earlier = before.getOrDefault(pair, new Sums());
        return new Row(pair, after.events, earlier.events, after.tension(), earlier.tension());
    }
}
