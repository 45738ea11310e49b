package io.entente.cli;

import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Registries;
import io.entente.cli.output.TextTable;
import io.entente.config.Settings;
import io.entente.pipeline.SchemaAdmin;
import io.entente.pipeline.SchemaAdmin.Standing;
import io.entente.pipeline.SchemaAdmin.Subject;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente schemas}. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description = "Compares the schemas of Entente's topics with a registry's, and registers them.")
final class SchemasCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check or register?");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Shows how each subject stands to the schema of this version; changes nothing.",
                "Exit code 1 if one refuses it."
            })
    int check(@Mixin ClusterOptions options) {
        return show(admin(options).check());
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {
                "Registers what is not there yet, for use where auto.register.schemas is false.",
                "Exit code 1 if a subject refuses its schema; the others are registered nonetheless."
            })
    int register(
            @Mixin ClusterOptions options,
            @Option(
                            names = "--level",
                            paramLabel = "LEVEL",
                            description =
                                    "Compatibility level to set on each subject afterwards, e.g. FULL_TRANSITIVE, by which Entente's"
                                            + " schemas evolve. Without it the registry's own stays in force.")
                    @Nullable
                    String level) {
        Optional<String> wanted = Optional.ofNullable(level).map(name -> name.toUpperCase(Locale.ROOT));
        return show(admin(options).register(wanted));
    }

    private static SchemaAdmin admin(ClusterOptions options) {
        Settings settings = options.load();
        Registries.require(settings);
        return new SchemaAdmin(settings, Topics.of(settings, new AvroSerdes(settings.serdeConfig())));
    }

    private int show(List<Subject> subjects) {
        TextTable table = new TextTable("SUBJECT", "RECORD", "STANDING", "ID");
        for (Subject subject : subjects) {
            String standing = subject.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            table.row(
                    subject.name(),
                    subject.record(),
                    standing,
                    subject.id().map(String::valueOf).orElse(""));
        }
        table.print(spec.commandLine().getOut());
        subjects.forEach(subject -> subject.problems()
                .forEach(problem -> spec.commandLine().getErr().println(subject.name() + ": " + problem)));
        boolean refused = subjects.stream().anyMatch(subject -> subject.standing() == Standing.INCOMPATIBLE);
        return refused ? ExitCode.SOME_REFUSED : ExitCode.OK;
    }
}
