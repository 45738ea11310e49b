package io.entente.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.state.CountState;
import java.util.List;
import net.jqwik.api.Example;
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

    /** 0.1.0 kept each number in a field of its own. */
    @Example
    void goesOnFromTheStateOfAnEarlierRelease() {
        List<Double> weekdays = List.of(1.0, 0.0, 2.5, 0.0, 0.0, 0.0, 0.25);
        CountState released = CountState.newBuilder()
                .setA(List.of(3.0, 2.0, 1.0))
                .setB(List.of(40.5, 40.25, 40.0))
                .setKq(-0.5)
                .setKw(0.75)
                .setAd(weekdays)
                .setBd(weekdays)
                .setLast(2)
                .setBeforeLast(1)
                .setClosed(7)
                .build();
        CountBaseline baseline = CountBaseline.of(policy, released);
        CountState packed = baseline.state(7);
        assertThat(packed.getA()).isEmpty();
        assertThat(packed.getPacked()).hasValueSatisfying(bytes -> assertThat(Precision.unpack(bytes, 22))
                .containsExactly(
                        3, 2, 1, 40.5, 40.25, 40, -0.5, 0.75, 1, 0, 2.5, 0, 0, 0, 0.25, 1, 0, 2.5, 0, 0, 0, 0.25));
        assertThat(CountBaseline.of(policy, packed).day(2)).isEqualTo(baseline.day(2));
    }
}
