package io.entente.alert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("alerts.yaml"), text);
    }

    @Test
    void theFileInConfigIsTheBuiltInPolicy() {
        assertThat(AlertPolicies.read(Path.of("config/alerts.yaml"))).isEqualTo(AlertPolicies.builtIn());
    }

    @Test
    void aFileMayGiveOnlyWhatDiffers() throws IOException {
        AlertPolicy policy =
                AlertPolicies.read(file("counts: {info: 0.005}\nsevere: {classes: {ties: NONE, siege: WARNING}}\n"));

        assertThat(policy.counts().info()).isEqualTo(0.005);
        assertThat(policy.counts().warning()).isEqualTo(1e-4);
        assertThat(policy.severe().highest("ties")).isEmpty();
        assertThat(policy.severe().highest("siege")).isPresent();
        assertThat(policy.severe().highest("force")).isPresent();
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        assertThat(AlertPolicies.read(file("# nothing\n"))).isEqualTo(AlertPolicies.builtIn());
    }

    @Test
    void mistakesAreNamedWithTheirKeyAndTheirRange() throws IOException {
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: {infos: 0.005}\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown key 'counts.infos'")
                .hasMessageContaining("info");
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: {info: 0.5, calmDays: 0}\n")))
                .hasMessageContaining("counts.info must be between")
                .hasMessageContaining("counts.calmDays must be between 1 and 28, not 0");
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: {warning: 0.005}\n")))
                .hasMessageContaining("counts.warning must be between");
        assertThatThrownBy(() -> AlertPolicies.read(file("severe: {classes: {force: URGENT}}\n")))
                .hasMessageContaining("severe.classes.force must be one of");
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: many\n")))
                .hasMessageContaining("'counts' must hold keys");
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: {calm: often}\n")))
                .hasMessageContaining("calm");
        assertThatThrownBy(() -> AlertPolicies.read(file("counts: {\n"))).hasMessageContaining("line");
        assertThatThrownBy(() -> AlertPolicies.read(folder.resolve("none.yaml")))
                .hasMessageContaining("cannot be read");
    }
}
