package io.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void whatIsToleratedIsNeitherRequiredNorWrong() {
        Score score = Score.of(Set.of("a", "b"), Set.of("a", "b", "c"), Set.of("a", "c", "d"));
        assertThat(score).isEqualTo(new Score(1, 1, 1));
        assertThat(score.f1()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aBadLineIsNamed() {
        BufferedReader reader = new BufferedReader(new StringReader("\n{\"id\": 1}"));
        assertThatThrownBy(() -> GoldSet.read(reader))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
