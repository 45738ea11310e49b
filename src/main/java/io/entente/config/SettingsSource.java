package io.entente.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads values from their sources: unknown keys and values that cannot be used are refused with the source's name. */
final class SettingsSource {
    private static final String ENVIRONMENT = "ENTENTE_";

    private SettingsSource() {}

    /** The defaults, and over them the file, the environment, and what the command line gives. */
    static SortedMap<String, String> merge(
            Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        TreeMap<String, String> values = new TreeMap<>();
        Catalogue.ALL.forEach(setting -> values.put(setting.key(), setting.fallback()));
        if (file != null) {
            read(file).forEach((key, value) -> put(values, key, value, file.toString()));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT) && !Keys.LAUNCHER.contains(name)) {
                put(values, Keys.ofVariable(name), value, "environment variable " + name);
            }
        });
        flags.forEach((key, value) -> put(values, key, value, "command line"));
        return values;
    }

    static void put(Map<String, String> values, String key, String value, String origin) {
        String trimmed = value.trim();
        Setting setting = Keys.find(key);
        if (setting == null && !Keys.passedThrough(key)) {
            throw new SettingsException(origin + ": unknown setting '" + key + "'" + Keys.suggestion(key)
                    + "; 'entente config' lists them all");
        }
        String complaint = setting == null ? null : setting.complaint(trimmed);
        if (complaint != null) {
            throw new SettingsException(origin + ": " + complaint);
        }
        values.put(key, trimmed);
    }

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingsException("cannot read settings from " + file + ": no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("cannot read settings from " + file + ": " + e.getMessage());
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
