package io.entente.cli;

import io.entente.cli.output.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: it only holds the others. */
@Command(
        name = "entente",
        description = "Turns a stream of news articles into bilateral relations between countries.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but some input could not be used (each is named on stderr)",
            "2:the command line or the settings are wrong",
            "3:it failed while it ran"
        })
final class Entente implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
