package io.entente.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.CountState;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BaselineProperties {
    private final AlertPolicy.Counts policy = AlertPolicies.builtIn().counts();

    private CountBaseline after(List<Integer> counts) {
        CountBaseline baseline = CountBaseline.of(policy, CountBaseline.unseen(policy, 10, -1));
        for (int day = 0; day < counts.size(); day++) {
            baseline.close(day % 7, counts.get(day), false, false);
        }
        return baseline;
    }

    @Property(tries = 200)
    void theTailDoesNotRiseWithTheCount(
            @ForAll @DoubleRange(min = 0.01, max = 500) double mean,
            @ForAll @DoubleRange(min = 0.02, max = 50) double size,
            @ForAll @IntRange(max = 200) int n) {
        assertThat(Tail.atLeast(n + 1, mean, size)).isLessThanOrEqualTo(Tail.atLeast(n, mean, size));
    }

    @Property(tries = 100)
    void upToFourHundredEmptyDaysAtOnceAreAsDayByDay(
            @ForAll @Size(max = 40) List<@IntRange(max = 30) Integer> counts, @ForAll @IntRange(max = 400) int days) {
        CountBaseline lazy = after(counts);
        CountBaseline daily = after(counts);
        int weekday = counts.size() % 7;
        lazy.closeEmpty(weekday, days);
        for (int day = 0; day < days; day++) {
            daily.close((weekday + day) % 7, 0, false, false);
        }
        assertThat(lazy.state(7)).isEqualTo(daily.state(7));
    }

    /** Stated in docs/alerts.md: after more than 400 empty days, 2 % of what is expected of a day. */
    @Property(tries = 50)
    void moreEmptyDaysStayWithinTheTolerance(
            @ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> counts,
            @ForAll @IntRange(min = 401, max = 3000) int days) {
        CountBaseline lazy = after(counts);
        CountBaseline daily = after(counts);
        int weekday = counts.size() % 7;
        lazy.closeEmpty(weekday, days);
        for (int day = 0; day < days; day++) {
            daily.close((weekday + day) % 7, 0, false, false);
        }
        int next = (weekday + days) % 7;
        assertThat(lazy.day(next).mean())
                .isCloseTo(daily.day(next).mean(), within(0.02 * daily.day(next).mean()));
    }

    @Property(tries = 100)
    void savingAndLoadingLosesNothing(@ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> counts) {
        CountState state = after(counts).state(7);
        assertThat(CountBaseline.of(policy, state).state(7)).isEqualTo(state);
    }
}
