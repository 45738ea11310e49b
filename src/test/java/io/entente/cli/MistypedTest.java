package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that cannot be read. */
class MistypedTest {

    @ParameterizedTest
    @CsvSource({"tial,tail", "relatoins,relations", "bactest,backtest", "piars,pairs", "demp,demo"})
    void aCommandThatIsMistypedIsGuessed(String typed, String meant) {
        Run run = Run.of(typed);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .containsExactly(
                        "entente: there is no command '" + typed + "'",
                        "Did you mean " + meant + "?",
                        "See 'entente --help'.");
    }

    @Test
    void whatNobodyCanHaveMeantIsNotGuessed() {
        assertThat(Run.of("weather").err().lines())
                .containsExactly("entente: there is no command 'weather'", "See 'entente --help'.");
    }

    @Test
    void anOptionIsGuessed() {
        assertThat(Run.of("tail", "alerts", "--folow").err().lines())
                .containsExactly(
                        "entente: Unknown option: '--folow'", "Did you mean --follow?", "See 'entente tail --help'.");
    }

    @ParameterizedTest
    @CsvSource({"code", "evaluate", "replay", "tune"})
    void aCommandThatNeedsNoClusterTakesNoAddressOfOne(String command) {
        Run run = Run.of(command, "feed.jsonl", "--brokers", "localhost:9092");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option").contains("'--brokers'");
    }

    @Test
    void aValueIsNamedWithoutTheWholeUsage() {
        Run run = Run.of("backtest", "feed.jsonl", "--known", "k.tsv", "--severity", "HUGE");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).hasSize(2).first().asString().contains("HUGE", "WARNING");
        assertThat(run.err()).endsWith("See 'entente backtest --help'." + System.lineSeparator());
    }

    @Test
    void withoutAnyWordTheCommandsAreShown() {
        Run run = Run.of();

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("which command?")
                .contains("Usage: entente")
                .contains("backtest");
    }
}
