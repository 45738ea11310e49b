package io.entente.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TailTest {
    @Test
    void agreesWithTheGoldenFile() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TailTest.class.getResourceAsStream("tail_golden.tsv")),
                StandardCharsets.UTF_8))) {
            lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
        assertThat(lines).hasSize(600);
        for (String line : lines) {
            String[] cells = line.split("\t");
            double expected = Double.parseDouble(cells[3]);
            double tail =
                    Tail.atLeast(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
            assertThat(tail).as(line).isCloseTo(expected, within(1e-8 * expected));
        }
    }

    @Test
    void bothTailsMakeOne() {
        for (int n = 0; n < 30; n++) {
            assertThat(Tail.atMost(n, 3.5, 1.7) + Tail.atLeast(n + 1, 3.5, 1.7)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theIntervalHoldsNineteenDaysInTwenty() {
        Expectation expected = new Expectation(12, 4);
        assertThat(expected.atMost((long) expected.high())).isGreaterThanOrEqualTo(0.975);
        assertThat(expected.atMost((long) expected.high() - 1)).isLessThan(0.975);
        assertThat(expected.atMost((long) expected.low())).isGreaterThanOrEqualTo(0.025);
        assertThat(expected.atMost((long) expected.low() - 1)).isLessThan(0.025);
    }
}
