package io.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file in {@code config/} explains every setting and changes nothing. */
class SettingsFileTest {
    private static final Path FILE = Path.of("config", "entente.properties");

    @Test
    void namesEverySetting() throws Exception {
        String text = Files.readString(FILE);

        assertThat(Catalogue.ALL).allSatisfy(setting -> assertThat(text).contains("\n" + setting.key() + "="));
    }

    @Test
    void holdsTheDefaults() {
        Settings defaults = Settings.load(Map.of(), Map.of(), null);

        assertThat(Settings.load(Map.of(), Map.of(), FILE).kafkaConfig()).isEqualTo(defaults.kafkaConfig());
        assertThat(Settings.load(Map.of(), Map.of(), FILE).serdeConfig()).isEqualTo(defaults.serdeConfig());
        assertThat(Settings.load(Map.of(), Map.of(), FILE).shown()).containsAllEntriesOf(defaults.shown());
    }
}
