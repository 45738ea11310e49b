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

    @Test
    void areAllThereWhereNoneIsNamed() {
        assertThat(Main.commandLine("--help").getSubcommands().keySet()).isEqualTo(all.keySet());
        assertThat(Main.commandLine("help", "code").getSubcommands().keySet()).isEqualTo(all.keySet());
        assertThat(Main.commandLine("cod").getSubcommands().keySet()).isEqualTo(all.keySet());
    }
}
