package io.entente.coder.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.coder.rules.candidate.Rule;
import io.entente.table.TableException;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReliabilityTest {
    @ParameterizedTest
    @EnumSource
    void knowsEveryRule(Rule rule) {
        assertThat(Reliability.of(table("rule " + rule.label())).likelihood(List.of()))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule mutal", "event WAR", "status told", "commas 3", ""})
    void refusesAFeatureThatNoStatementCanHave(String feature) {
        assertThatThrownBy(() -> Reliability.of(table(feature)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("shares.tsv:1: column 1: '" + feature + "'");
    }

    private static TsvTable table(String feature) {
        return new TsvTable("shares.tsv", List.of(new TsvRow("shares.tsv", 1, List.of(feature, "1", "2"))));
    }
}
