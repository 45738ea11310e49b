package io.entente.cli;

import io.entente.actor.Gazetteer;
import io.entente.article.form.ReadOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Inputs;
import io.entente.cli.input.SettingsOptions;
import io.entente.cli.input.UserError;
import io.entente.coder.ArticleCoder;
import io.entente.coder.reader.ReaderInputs;
import io.entente.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente reader-inputs}. */
@Command(
        name = "reader-inputs",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Prints what the learned reader would be given of articles, one JSON line each: the input of training/.")
final class ReaderInputsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|-", arity = "0..*", description = "Files to read, '-' for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            required = true,
            description = "The pieces of the base model's vocabulary, one a line, in the order of their ids.")
    private Path vocabulary = Path.of("vocabulary.txt");

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inputs.require(files);
        PrintWriter out = spec.commandLine().getOut();
        Inputs inputs = new Inputs(spec.commandLine().getErr(), ReadOptions.NONE);
        Settings settings = options.load();
        Gazetteer gazetteer = Parts.gazetteer(settings);
        ArticleCoder coder = Parts.coder(settings);
        ReaderInputs reader = new ReaderInputs(gazetteer, pieces());
        inputs.read(files, article -> out.println(reader.of(article, coder.code(article))));
        out.flush();
        return inputs.refused() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private List<String> pieces() {
        try {
            return Files.readAllLines(vocabulary);
        } catch (IOException e) {
            throw new UserError("cannot read " + vocabulary + ": " + e, e);
        }
    }
}
