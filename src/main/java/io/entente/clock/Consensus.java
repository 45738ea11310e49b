package io.entente.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The part of some dates that belongs together: around their median, as far as neighbours are no further apart than twice the second largest gap.
 * A wrong date, too early or too late, is left out; articles that come in pairs, one pair a day, are not torn apart.
 *
 * @param dates in order, the median among them
 */
record Consensus(List<Instant> dates) {
    Consensus {
        dates = List.copyOf(dates);
    }

    /** Of {@code dates}, at least one, in any order. */
    static Consensus of(Collection<Instant> dates) {
        List<Instant> sorted = dates.stream().sorted().toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            gaps.add(Duration.between(sorted.get(i - 1), sorted.get(i)));
        }
        Duration reach = FeedPace.reach(
                gaps.isEmpty() ? Duration.ZERO : gaps.stream().sorted().toList().get(Math.max(0, gaps.size() - 2)));
        int from = (sorted.size() - 1) / 2;
        int to = from;
        while (from > 0 && gaps.get(from - 1).compareTo(reach) <= 0) {
            from--;
        }
        while (to < gaps.size() && gaps.get(to).compareTo(reach) <= 0) {
            to++;
        }
        return new Consensus(sorted.subList(from, to + 1));
    }

    Instant first() {
        return dates.get(0);
    }

    Instant last() {
        return dates.get(dates.size() - 1);
    }
}
