package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SubcommandsTest {
    private final Map<String, CommandLine> all = Main.commandLine().getSubcommands();

    @Test
    void areCalledWhatTheySay() {
        all.forEach((name, command) ->
                assertThat(command.getCommandSpec().name()).isEqualTo(name).isEqualTo(command.getCommandName()));
        assertThat(all).hasSizeGreaterThan(15);
    }

    @Test
    void thatAreNamedAreBuiltAlone() {
        all.keySet().stream().filter(name -> !name.equals("help")).forEach(name -> assertThat(
                        Main.commandLine(name, "--help").getSubcommands().keySet())
                .isEqualTo(Set.of(name)));
    }

    /** A line of the source that breaks where the terminal does not leaves a stub. */
    @Test
    void theirHelpFlowsAndKeepsExamplesWhole() {
        assertThat(help("backtest"))
                .contains("'crisis'\nor 'thaw', and what it is called; '#' begins a comment:\n  CHN-IND<tab>2017-06-18")
                .contains("entente backtest --replayed replayed --known crises.tsv --set entente.alerts=mine.yaml\n");
    }

    @Test
    void optionsSayWhatTheyTake() {
        all.values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.arity().max() > 0)
                .forEach(option ->
                        assertThat(option.paramLabel()).as(option.longestName()).doesNotStartWith("<"));
    }

    @Test
    void areAllThereWhereNoneIsNamed() {
        assertThat(Main.commandLine("--help").getSubcommands().keySet()).isEqualTo(all.keySet());
        assertThat(Main.commandLine("help", "code").getSubcommands().keySet()).isEqualTo(all.keySet());
        assertThat(Main.commandLine("cod").getSubcommands().keySet()).isEqualTo(all.keySet());
    }

    private static String help(String command) {
        return Main.commandLine(command)
                .setUsageHelpAutoWidth(false)
                .getSubcommands()
                .get(command)
                .getUsageMessage();
    }
}
