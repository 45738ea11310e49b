package io.entente.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a feed usually moves at once, from its latest moves: what decides how far a single article can move the clock. The largest move
 * is left out, so that one gap, or one wrong date, does not count as the pace.
 */
final class FeedPace {
    /** What one article moves in any feed; also what a day waits for after its end. */
    static final Duration LEAST = Duration.ofHours(6);

    private static final int KEPT = 8;
    private static final int TIMES = 2;

    private final List<Long> moves;

    /** @param moves in milliseconds, the newest last */
    FeedPace(List<Long> moves) {
        this.moves = new ArrayList<>(moves);
    }

    void moved(Duration move) {
        moves.add(move.toMillis());
        if (moves.size() > KEPT) {
            moves.remove(0);
        }
    }

    /** How far ahead of the clock one article may be and still move it: twice the second largest of the latest moves, at least {@link #LEAST}. */
    Duration reach() {
        long largest = 0;
        long second = 0;
        for (long move : moves) {
            second = Math.max(second, Math.min(largest, move));
            largest = Math.max(largest, move);
        }
        return reach(Duration.ofMillis(second));
    }

    List<Long> moves() {
        return List.copyOf(moves);
    }

    /** How far apart neighbours may be to belong together, where {@code gap} is usual between them. */
    static Duration reach(Duration gap) {
        Duration reach = gap.multipliedBy(TIMES);
        return reach.compareTo(LEAST) < 0 ? LEAST : reach;
    }
}
