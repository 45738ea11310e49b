package io.entente.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("entente.properties"), java.util.List.of(lines));
    }

    @Test
    void flagGoesBeforeEnvironmentBeforeFileBeforeDefault() throws IOException {
        Path file = file("entente.idle=PT1S", "entente.future=PT2H", "entente.grace=P1D");
        Map<String, String> environment = Map.of("ENTENTE_FUTURE", "PT3H", "ENTENTE_GRACE", "P2D", "PATH", "/bin");
        Settings settings = Settings.load(Map.of("entente.grace", "P4D"), environment, file);

        assertThat(settings.clock().idle()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.clock().future()).isEqualTo(Duration.ofHours(3));
        assertThat(settings.grace()).isEqualTo(Duration.ofDays(4));
        assertThat(settings.pairPartitions()).isEqualTo(4);
    }

    @Test
    void refusesUnknownKeysAndSuggestsTheNearest() throws IOException {
        Path file = file("entente.idel=PT1S");

        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown setting 'entente.idel' (did you mean 'entente.idle'?)")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of("ENTENTE_GRCE", "P1D"), null))
                .hasMessageContaining("ENTENTE_GRCE")
                .hasMessageContaining("'entente.grace'");
    }

    @Test
    void refusesValuesOfTheWrongForm() {
        assertThatThrownBy(() -> Settings.load(Map.of("entente.idle", "ten seconds"), Map.of(), null))
                .hasMessageContaining(
                        "entente.idle must be an ISO-8601 duration such as PT10S or P3D, not 'ten seconds'");
        assertThatThrownBy(() -> Settings.load(Map.of("entente.threads", "0"), Map.of(), null))
                .hasMessageContaining("at least 1");
    }

    @Test
    void passesOnWhatIsForKafkaAndForTheSerde() {
        Settings settings = Settings.load(
                Map.of("kafka.security.protocol", "SASL_SSL", "schema.registry.url", "http://registry:8081"),
                Map.of("ENTENTE_KAFKA_SASL_MECHANISM", "PLAIN", "ENTENTE_BOOTSTRAP_SERVERS", "kafka:9092"),
                null);

        assertThat(settings.kafkaConfig())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("bootstrap.servers", "kafka:9092");
        assertThat(settings.serdeConfig()).containsEntry("schema.registry.url", "http://registry:8081");
    }

    @Test
    void hidesSecrets() {
        Settings settings = Settings.load(
                Map.of(
                        "entente.http.token", "hush1",
                        "basic.auth.user.info", "me:hush2",
                        "kafka.sasl.jaas.config", "hush3",
                        "schema.registry.url", "https://me:hush5@a:8081,https://me:hush6@b",
                        "kafka.ssl.truststore.password", "hush4"),
                Map.of(),
                null);

        assertThat(settings.toString()).doesNotContain("hush");
        assertThat(settings.shown())
                .containsEntry("entente.http.token", "(hidden)")
                .containsEntry("schema.registry.url", "https://(hidden)@a:8081,https://(hidden)@b");
    }

    @Test
    void applicationIdsFollowThePrefix() {
        assertThat(Settings.load(Map.of(), Map.of(), null).applicationId("ENRICH"))
                .isEqualTo("entente-enrich");
        assertThat(Settings.load(Map.of("entente.prefix", "desk-1."), Map.of(), null)
                        .applicationId("ALERT"))
                .isEqualTo("desk-1-alert");
    }
}
