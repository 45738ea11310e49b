package io.entente.serve.model;

import io.entente.avro.DirectionTotals;
import io.entente.avro.RelationWindow;
import java.util.Arrays;
import java.util.Map;

/**
 * One pair's days as rows of whole numbers, sorted by day: what the overview of all pairs is added up from. 84 bytes a day.
 * Sentiments are kept in ten-thousandths, intensities in thousandths. Safe for use by several threads.
 */
final class PairDays {
    private static final int DIRECTION = 10;
    private static final int WIDTH = 1 + 2 * DIRECTION;
    private static final int GROWTH = 4 * WIDTH;
    private static final double SENTIMENT = 1e4;
    private static final double INTENSITY = 1e3;
    private static final double MICRO = 1e6;

    private int[] rows = {};
    private int used;
    private long lastEventAt = Long.MIN_VALUE;
    private volatile long changed;

    /** Says that what went before is this version. */
    void changed(long version) {
        changed = version;
    }

    /** The version of the latest change. */
    long changed() {
        return changed;
    }

    synchronized void put(int day, RelationWindow window) {
        int at = position(day);
        if (at == used || rows[at] != day) {
            insert(at);
        }
        rows[at] = day;
        write(at + 1, window.getForward());
        write(at + 1 + DIRECTION, window.getBackward());
        window.getLastEventAt().ifPresent(time -> lastEventAt = Math.max(lastEventAt, time.toEpochMilli()));
    }

    synchronized void remove(int day) {
        int at = position(day);
        if (at < used && rows[at] == day) {
            System.arraycopy(rows, at + WIDTH, rows, at, used - at - WIDTH);
            used -= WIDTH;
        }
    }

    /** Removes the days before {@code day}; whether none is left. */
    synchronized boolean forget(int day) {
        int at = position(day);
        if (at > 0) {
            rows = Arrays.copyOfRange(rows, at, used);
            used = rows.length;
        }
        return used == 0;
    }

    /** Sums both directions from one day to before the other: forward first. */
    synchronized DirectionSummary[] sum(int from, int to) {
        long[] sums = new long[2 * DIRECTION];
        for (int at = position(from); at < used && rows[at] < to; at += WIDTH) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += rows[at + 1 + i];
            }
        }
        return new DirectionSummary[] {totals(sums, 0), totals(sums, DIRECTION)};
    }

    /** Adds every day's totals of both directions to those in {@code days}: by day a row of sums, as {@link #totals} reads it. */
    synchronized void addTo(Map<Integer, long[]> days) {
        for (int at = 0; at < used; at += WIDTH) {
            long[] sums = days.computeIfAbsent(rows[at], day -> new long[DIRECTION]);
            for (int i = 0; i < DIRECTION; i++) {
                sums[i] += (long) rows[at + 1 + i] + rows[at + 1 + DIRECTION + i];
            }
        }
    }

    /** The totals that {@link #addTo} has added up. */
    static DirectionSummary totals(long[] sums) {
        return totals(sums, 0);
    }

    /** Event time of the latest event, epoch milliseconds. */
    synchronized long lastEventAt() {
        return lastEventAt;
    }

    private int position(int day) {
        int low = 0;
        int high = used / WIDTH;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[middle * WIDTH] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * WIDTH;
    }

    private void insert(int at) {
        if (used + WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, used + GROWTH);
        }
        System.arraycopy(rows, at, rows, at + WIDTH, used - at);
        used += WIDTH;
    }

    private void write(int at, DirectionTotals totals) {
        int[] row = {
            totals.getEvents(),
            totals.getVerbalCooperation(),
            totals.getMaterialCooperation(),
            totals.getVerbalConflict(),
            totals.getMaterialConflict(),
            totals.getReported(),
            scaled(totals.getSentimentSum(), SENTIMENT),
            scaled(totals.getSentimentSquares(), SENTIMENT),
            scaled(totals.getCooperation(), INTENSITY),
            scaled(totals.getConflict(), INTENSITY)
        };
        System.arraycopy(row, 0, rows, at, DIRECTION);
    }

    /** Millionths in other units; the cast saturates. */
    private static int scaled(long micros, double unit) {
        return (int) Math.round(micros / MICRO * unit);
    }

    private static DirectionSummary totals(long[] sums, int at) {
        return new DirectionSummary(
                Math.toIntExact(sums[at]),
                Math.toIntExact(sums[at + 1]),
                Math.toIntExact(sums[at + 2]),
                Math.toIntExact(sums[at + 3]),
                Math.toIntExact(sums[at + 4]),
                Math.toIntExact(sums[at + 5]),
                sums[at + 6] / SENTIMENT,
                sums[at + 7] / SENTIMENT,
                sums[at + 8] / INTENSITY,
                sums[at + 9] / INTENSITY);
    }
}
