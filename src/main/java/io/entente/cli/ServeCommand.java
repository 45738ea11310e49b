package io.entente.cli;

import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Ports;
import io.entente.cli.input.UserError;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.pipeline.TopicAdmin;
import io.entente.pipeline.Upstream;
import io.entente.registry.AvroSerdes;
import io.entente.serve.Serving;
import io.entente.topology.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves API, live stream and dashboard over the topics of a cluster, until it is stopped.",
        footer = {
            "",
            "It waits up to 5 minutes for the brokers and the registry, and says so; a port that is taken is reported at once.",
            "Any number may run; each reads the topics by itself. It listens on 127.0.0.1; on another address (entente.http.host) it asks for the bearer",
            "token entente.http.token. Answers are complete when /health/ready says so."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofHours(6);
    /** As in {@code run}, so that all can be started together. */
    private static final Duration UPSTREAM = Duration.ofMinutes(5);

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Short for --set entente.http.host=…")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "Short for --set entente.http.port=…; 0 for a free one.")
    private @Nullable String port;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        Ports.require("--port", settings.httpPort());
        CountDownLatch end = new CountDownLatch(1);
        try (Shutdown shutdown = new Shutdown()) {
            shutdown.onRequest(end::countDown);
            if (new Upstream(settings).await(UPSTREAM, end)) {
                serve(settings, end);
            }
        }
        return ExitCode.OK;
    }

    private void serve(Settings settings, CountDownLatch end) throws InterruptedException {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.pairPartitions(Topics.of(settings, new AvroSerdes(settings.serdeConfig()))); // they exist
        }
        try (Metrics metrics = new Metrics();
                Serving serving = Parts.serving(settings, metrics, Serving.Stages.NONE)) {
            say("API and dashboard at " + serving.url() + "; reading the topics");
            boolean ready = serving.awaitReady(START, () -> end.getCount() > 0);
            if (ready) {
                say("ready");
                end.await();
            } else if (end.getCount() > 0) {
                throw new UserError("the topics could not be read: see the log");
            }
        }
    }

    private Settings settings() {
        Map<String, String> changes = new HashMap<>();
        if (host != null) {
            changes.put("entente.http.host", host);
        }
        if (port != null) {
            changes.put("entente.http.port", port);
        }
        return options.load().with(changes);
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }
}
