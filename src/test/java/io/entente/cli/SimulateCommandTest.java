package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final String[] SURGE = {
        "simulate", "--pairs", "40", "--rate", "5,20", "--dispersion", "0.1", "--days", "120", "--surge", "8"
    };

    @Test
    void printsCalibrationAndPowerBesideTheUsualRules() {
        Run run = Run.of(SURGE);
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("False onsets a direction-year")
                .contains("EARS C2")
                .contains("28-day z")
                .contains("EWMA")
                .contains("Changes found");
        List<String> own =
                run.lines().stream().filter(line -> line.contains("Entente")).toList();
        assertThat(own).hasSize(2);
        double found = Double.parseDouble(own.get(1).strip().split(" +")[2]);
        assertThat(found).as(own.get(1)).isBetween(0.95, 1.0);
    }

    @Test
    void sameOptionsGiveTheSameFigures() {
        assertThat(Run.of(SURGE).out()).isEqualTo(Run.of(SURGE).out());
    }

    @Test
    void withoutAChangeThereIsNoTableOfPower() {
        assertThat(Run.of("simulate", "--pairs", "5", "--rate", "1", "--days", "60")
                        .out())
                .doesNotContain("Changes found");
    }

    @ParameterizedTest
    @CsvSource({
        "--pairs, 0, pairs must be at least 1",
        "--rate, -1, rate must be above 0",
        "--days, 59, days must be at least 60",
        "--surge, 0.5, surge must be at least 1",
        "--tone, 2, tone shift must be between -1 and 1",
        "--rate, many, many"
    })
    void whatIsOutOfRangeIsNamed(String option, String value, String problem) {
        Run run = Run.of("simulate", option + '=' + value);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(problem);
    }
}
