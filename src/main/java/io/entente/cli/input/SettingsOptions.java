package io.entente.cli.input;

import io.entente.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a cluster. */
public final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings; 'entente config' lists them all.")
    private @Nullable Path file;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "A setting, before environment (ENTENTE_…), file and default. May be repeated.")
    private Map<String, String> flags = new LinkedHashMap<>();

    @Option(names = "--brokers", paramLabel = "HOST:PORT,…", description = "Short for --set bootstrap.servers=…")
    private @Nullable String brokers;

    @Option(names = "--registry", paramLabel = "URL", description = "Short for --set schema.registry.url=…")
    private @Nullable String registry;

    /** The settings that the command line, the environment and the file give together; log lines take their form from then on. */
    public Settings load() {
        return load(Map.of());
    }

    /** The same with settings that a command makes itself, before all others. */
    public Settings load(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(flags);
        all.putAll(own);
        if (brokers != null) {
            all.put("bootstrap.servers", brokers);
        }
        if (registry != null) {
            all.put("schema.registry.url", registry);
        }
        return Logs.inForm(Settings.load(all, System.getenv(), file));
    }
}
