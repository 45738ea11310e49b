package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.Simulation.Plan;
import io.entente.alert.Simulation.Result;
import io.entente.alert.policy.AlertPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often ALERT is wrong and how fast it is right, with fixed seeds; 1,000 pairs are 2,000 directions. */
class CalibrationTest {
    private final Simulation simulation = new Simulation(AlertPolicies.builtIn());

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 1, 5, 100})
    void falseAlertsAreRareAtEveryRate(double rate) {
        Result result = simulation.run(new Plan(1000, rate, 0, 365, 1, 1, 3, 0), pair -> {});
        assertThat(result.entente().falseOnsets()).isLessThanOrEqualTo(0.35);
        assertThat(result.unlikely()).isLessThanOrEqualTo(0.08);
    }

    @Test
    void aSurgeIsFound() {
        Result result = simulation.run(new Plan(400, 20, 0.1, 200, 2, 5, 3, 0), pair -> {});
        assertThat(result.entente().found()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aChangeOfToneIsFoundWithinAWeek() {
        Result result = simulation.run(new Plan(400, 20, 0.1, 200, 3, 1, 3, -0.4), pair -> {});
        assertThat(result.entente().found()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aLongSurgeIsOneAlert() {
        Result result = simulation.run(new Plan(200, 5, 0.3, 200, 4, 4, 20, 0), pair -> {});
        assertThat(result.entente().found()).isGreaterThanOrEqualTo(0.8);
        assertThat(result.tensions()).isBetween(0.5, 1.3);
    }
}
