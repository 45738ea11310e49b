package io.entente.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The subcommands, in the order of the help. */
final class Subcommands {
    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    Subcommands() {
        byName.put("code", CodeCommand.class);
        byName.put("evaluate", EvaluateCommand.class);
        byName.put("demo", DemoCommand.class);
        byName.put("run", RunCommand.class);
        byName.put("serve", ServeCommand.class);
        byName.put("publish", PublishCommand.class);
        byName.put("collect", CollectCommand.class);
        byName.put("import", ImportCommand.class);
        byName.put("replay", ReplayCommand.class);
        byName.put("backtest", BacktestCommand.class);
        byName.put("simulate", SimulateCommand.class);
        byName.put("tune", TuneCommand.class);
        byName.put("tail", TailCommand.class);
        byName.put("relations", RelationsCommand.class);
        byName.put("pairs", PairsCommand.class);
        byName.put("registry", RegistryCommand.class);
        byName.put("topics", TopicsCommand.class);
        byName.put("schemas", SchemasCommand.class);
        byName.put("dead-letters", DeadLettersCommand.class);
        byName.put("actors", ActorsCommand.class);
        byName.put("reset", ResetCommand.class);
        byName.put("config", ConfigCommand.class);
        byName.put("reader-inputs", ReaderInputsCommand.class);
        byName.put("help", HelpCommand.class);
    }

    /**
     * Adds to {@code root} what it takes to run {@code arguments}: the subcommand alone where they name one, since reading the
     * options of all takes longer than coding a sentence; otherwise all of them.
     */
    CommandLine addTo(CommandLine root, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean alone = byName.containsKey(first) && byName.get(first) != HelpCommand.class;
        byName.forEach((name, command) -> {
            if (!alone || name.equals(first)) {
                root.addSubcommand(name, command);
            }
        });
        return root;
    }
}
