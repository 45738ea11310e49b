package io.entente.cli.input;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that cannot be read: what is wrong, what may have been meant, and where the help is. */
public final class Mistyped implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("entente: " + message(failure));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> meant = meant(command, unmatched.getUnmatched().get(0));
            if (!meant.isEmpty()) {
                err.println("Did you mean " + String.join(" or ", meant) + "?");
            }
        }
        if (arguments.length == 0) {
            command.usage(err);
            return ExitCode.USAGE;
        }
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException failure) {
        boolean noCommand = failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !failure.getCommandLine().getSubcommands().isEmpty();
        return noCommand
                ? "there is no command '"
                        + ((UnmatchedArgumentException) failure).getUnmatched().get(0) + "'"
                : String.valueOf(failure.getMessage());
    }

    private static List<String> meant(CommandLine command, String typed) {
        TreeSet<String> known = new TreeSet<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        return Suggestions.of(typed, known);
    }
}
