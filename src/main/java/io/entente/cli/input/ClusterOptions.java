package io.entente.cli.input;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a cluster. */
public final class ClusterOptions extends SettingsOptions {
    @Option(names = "--brokers", paramLabel = "HOST:PORT,…", description = "Short for --set bootstrap.servers=…")
    private @Nullable String brokers;

    @Option(names = "--registry", paramLabel = "URL", description = "Short for --set schema.registry.url=…")
    private @Nullable String registry;

    @Override
    Map<String, String> shortcuts() {
        Map<String, String> given = new LinkedHashMap<>();
        if (brokers != null) {
            given.put("bootstrap.servers", brokers);
        }
        if (registry != null) {
            given.put("schema.registry.url", registry);
        }
        return given;
    }
}
