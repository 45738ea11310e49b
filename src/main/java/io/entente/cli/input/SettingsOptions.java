package io.entente.cli.input;

import io.entente.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads settings. */
public class SettingsOptions {
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

    /** The settings that the command line, the environment and the file give together; log lines take their form from then on. */
    public final Settings load() {
        return load(Map.of());
    }

    /** The same with settings that a command makes itself, before all others. */
    public final Settings load(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(flags);
        all.putAll(own);
        all.putAll(shortcuts());
        return Logs.inForm(Settings.load(all, System.getenv(), file));
    }

    /** Settings that options of their own give. */
    Map<String, String> shortcuts() {
        return Map.of();
    }
}
