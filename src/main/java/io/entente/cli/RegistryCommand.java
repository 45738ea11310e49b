package io.entente.cli;

import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.input.Ports;
import io.entente.config.Settings;
import io.entente.registry.server.EmbeddedRegistry;
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

/** {@code entente registry}. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = "Runs a schema registry alone, for a cluster that has none, until it is stopped.",
        footer = {
            "",
            "It speaks the REST API of Confluent's and keeps its schemas in the cluster's topic _schemas, with entente.replication replicas where it makes it.",
            "Run one for a cluster. It asks nobody who they are: let only your own network reach it.",
            "",
            "Example:",
            "  entente registry --bootstrap kafka-1:9092,kafka-2:9092 --set entente.replication=3"
        })
final class RegistryCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", paramLabel = "HOST:PORT,…", description = "Short for --set bootstrap.servers=…")
    private @Nullable String bootstrap;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = EmbeddedRegistry.LOCAL,
            description = "Address to listen on; default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "Port to listen on, 0 for a free one; default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private ClusterOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings loaded = options.load();
        Settings settings = bootstrap == null ? loaded : loaded.with(Map.of("bootstrap.servers", bootstrap));
        Ports.require("--port", port);
        Brokers.require(settings);
        CountDownLatch end = new CountDownLatch(1);
        try (Shutdown shutdown = new Shutdown();
                EmbeddedRegistry registry = EmbeddedRegistry.start(
                        new HashMap<>(settings.kafkaConfig()),
                        Map.of("min.insync.replicas", Integer.toString(settings.minInSyncReplicas())),
                        settings.replication(),
                        host,
                        port)) {
            shutdown.onRequest(end::countDown);
            spec.commandLine().getErr().println("schema registry at " + registry.url());
            spec.commandLine().getErr().flush();
            end.await();
        }
        return ExitCode.OK;
    }
}
