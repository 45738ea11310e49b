package io.entente.cli;

import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Ports;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.pipeline.Pipeline;
import io.entente.pipeline.Stage;
import io.entente.pipeline.Upstream;
import io.entente.serve.Monitoring;
import io.entente.serve.Serving;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the stages against a Kafka cluster until it is stopped (Ctrl-C or SIGTERM).",
        footer = {
            "",
            "It waits up to 5 minutes for the brokers and the registry. The topics must exist: 'entente topics apply' makes them."
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofMinutes(5);

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "STAGE",
            description = "Which of ${COMPLETION-CANDIDATES}, comma-separated; all by default.")
    private Set<Stage> stages = EnumSet.allOf(Stage.class);

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.load();
        if (stages.contains(Stage.SERVE)) {
            Ports.require("--set entente.http.port", settings.httpPort());
        }
        try (Shutdown shutdown = new Shutdown()) {
            CountDownLatch stop = new CountDownLatch(1);
            shutdown.onRequest(stop::countDown);
            if (new Upstream(settings).await(START, stop)) {
                run(settings, shutdown);
            }
        }
        return ExitCode.OK;
    }

    private void run(Settings settings, Shutdown shutdown) throws InterruptedException {
        try (Metrics metrics = new Metrics();
                Pipeline pipeline = Pipeline.start(
                        settings, stages, metrics.timed(Parts.liveCoder(settings)), Parts.policy(settings))) {
            pipeline.bindTo(metrics.registry());
            shutdown.onRequest(pipeline::requestStop);
            if (stages.contains(Stage.SERVE)) {
                awaitReady(settings, pipeline);
                serve(settings, metrics, pipeline);
            } else {
                work(settings, metrics, pipeline);
            }
            pipeline.requireNoFailure();
        }
    }

    private void awaitReady(Settings settings, Pipeline pipeline) throws InterruptedException {
        pipeline.awaitReady(START);
        spec.commandLine().getErr().println("running " + stages + " at " + settings.bootstrapServers());
    }

    private void work(Settings settings, Metrics metrics, Pipeline pipeline) throws InterruptedException {
        Optional<Monitoring> monitoring = Monitoring.start(settings, metrics, pipeline::alive, pipeline::ready);
        try {
            monitoring.ifPresent(
                    it -> spec.commandLine().getErr().println("metrics and health at " + it.url() + "/metrics"));
            awaitReady(settings, pipeline);
            pipeline.awaitEnd();
        } finally {
            monitoring.ifPresent(Monitoring::close);
        }
    }

    private void serve(Settings settings, Metrics metrics, Pipeline pipeline) throws InterruptedException {
        try (Serving serving = Parts.serving(settings, metrics, new Serving.Stages(pipeline::alive, pipeline::ready))) {
            spec.commandLine().getErr().println("API and dashboard at " + serving.url());
            pipeline.awaitEnd();
        }
    }
}
