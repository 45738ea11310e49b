package io.entente.cli;

import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code entente config}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints the settings in force, secrets hidden.",
        footer = {"", "First of: --set, environment (ENTENTE_…), --config FILE, default."})
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.load()
                .shown()
                .forEach((key, value) -> spec.commandLine().getOut().println(key + "=" + value));
        return ExitCode.OK;
    }
}
