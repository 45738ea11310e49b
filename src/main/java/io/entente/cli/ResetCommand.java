package io.entente.cli;

import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.config.Settings;
import io.entente.pipeline.Stage;
import io.entente.pipeline.StageReset;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Makes a stage forget everything, so that its next start reads its input from the beginning.",
        footer = {
            "",
            "The stage must be stopped. Without --yes it only says what it would delete. For new alert thresholds: reset ALERT, start it again.",
            "To take in statements that came too late: reset RELATE and start it, then do the same with ALERT."
        })
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--stage", required = true, paramLabel = "STAGE", description = "One of ${COMPLETION-CANDIDATES}.")
    private Stage stage;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!stage.isStream()) {
            throw new ParameterException(spec.commandLine(), stage + " keeps nothing: start it again");
        }
        Settings settings = options.load();
        Brokers.require(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        PrintWriter out = spec.commandLine().getOut();
        try (StageReset reset = new StageReset(settings, topics, stage)) {
            reset.plan().forEach(line -> out.println((yes ? "deleting " : "would delete ") + line));
            if (yes) {
                reset.run();
                out.println(stage + " is reset");
            }
        }
        return ExitCode.OK;
    }
}
