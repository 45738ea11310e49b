package io.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void holdsTheScoreOfAllAndNarrowsWithMoreRecords() {
        Interval few = Interval.of(records(10));
        Interval many = Interval.of(records(1000));
        assertThat(few.low()).isLessThan(many.low());
        assertThat(few.high()).isGreaterThan(many.high());
        assertThat(many.low()).isLessThan(0.8);
        assertThat(many.high()).isGreaterThan(0.8);
        assertThat(Interval.of(records(10))).isEqualTo(few);
    }

    @Test
    void isAPointWhereAllRecordsAreAlike() {
        assertThat(Interval.of(Collections.nCopies(20, new Score(1, 0, 0)))).isEqualTo(new Interval(1, 1));
        assertThat(Interval.of(List.of())).isEqualTo(new Interval(0, 0));
    }

    /** Two of three are right, one misses a statement: F1 is .8. */
    private static List<Score> records(int thirds) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < thirds; i++) {
            scores.addAll(List.of(new Score(1, 0, 0), new Score(1, 0, 0), new Score(0, 0, 1)));
        }
        return scores;
    }
}
