package io.entente.cli;

import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Mistyped;
import io.entente.cli.input.UserError;
import io.entente.cli.output.HelpFooter;
import io.entente.cli.output.VisibleControls;
import io.entente.config.SettingsException;
import io.entente.embedded.EmbeddedException;
import io.entente.pipeline.PipelineException;
import io.entente.registry.AvroTrust;
import io.entente.registry.RegistryException;
import io.entente.registry.server.RegistryStartException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Entry point. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its {@link ExitCode}. */
    public static void main(String[] args) {
        AvroTrust.allowGeneratedRecords();
        System.exit(commandLine(args).execute(args));
    }

    /** The command line, with the subcommands that {@code arguments} may need. */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new Subcommands().addTo(new CommandLine(new Entente()), arguments);
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(line.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, new HelpFooter());
        return line.setOut(new PrintWriter(new VisibleControls(line.getOut(), false), true))
                .setErr(new PrintWriter(new VisibleControls(line.getErr(), true), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(new Mistyped())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setHelpSectionMap(sections);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (!expected(failure)) {
            command.getErr().println("entente: an error of Entente itself; please report it with what follows");
            failure.printStackTrace(command.getErr());
            return ExitCode.FAILED;
        }
        command.getErr().println("entente: " + failure.getMessage());
        if (failure instanceof UserError error) {
            return error.exitCode();
        }
        return failure instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** Whether the message alone tells the user what to do. */
    private static boolean expected(Exception failure) {
        return failure instanceof UserError
                || failure instanceof SettingsException
                || failure instanceof PipelineException
                || failure instanceof EmbeddedException
                || failure instanceof RegistryException
                || failure instanceof RegistryStartException
                || failure instanceof KafkaException;
    }
}
