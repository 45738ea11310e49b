package io.entente.serve.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SurpriseTest {
    private static DirectionSummary totals(double conflict, double cooperation) {
        return new DirectionSummary(10, 0, 0, 0, 0, 0, 0, 0, cooperation, conflict);
    }

    private static double surprise(double conflict, double cooperation, double conflictBefore, double before) {
        return Surprise.of(totals(conflict, cooperation), totals(conflictBefore, before));
    }

    @Test
    void aWarThatGrowsAtTheSameTensionStandsOut() {
        double war = surprise(2000, 10, 100, 1);
        double newQuarrel = surprise(10, 0, 0, 0);
        double oneHarshWord = surprise(2, 0, 0, 0);
        assertThat(war).isGreaterThan(newQuarrel);
        assertThat(newQuarrel).isGreaterThan(oneHarshWord);
        assertThat(oneHarshWord).isBetween(0.0, 1.0);
    }

    @Test
    void warWithTalksIsMoreHostileAndItsEndIsWarmer() {
        assertThat(surprise(100, 60, 0, 0)).isPositive();
        assertThat(surprise(0, 10, 100, 0)).isNegative();
        assertThat(surprise(0, 0, 0, 100)).as("friendship that ends").isPositive();
        assertThat(surprise(0, 0, 100, 100)).as("quiet").isNegative();
    }

    @Property
    void nothingChangedIsNoSurprise(
            @ForAll @DoubleRange(max = 1e6) double conflict, @ForAll @DoubleRange(max = 1e6) double cooperation) {
        assertThat(surprise(conflict, cooperation, conflict, cooperation)).isZero();
    }

    @Property
    void moreOfTheSameIsMoreSurprising(@ForAll @DoubleRange(min = 1, max = 1e6) double conflict) {
        assertThat(surprise(conflict * 2, 0, 0, 0)).isGreaterThan(surprise(conflict, 0, 0, 0));
    }
}
