package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.avro.Severity;
import io.entente.config.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTargetTest {
    @TempDir
    private Path folder;

    private List<WebhookTarget> read(String... lines) throws IOException {
        Path file = folder.resolve("webhooks.yaml");
        Files.writeString(file, "webhooks:\n" + String.join("\n", lines));
        return WebhookTarget.read(file);
    }

    @Test
    void readsTargets() throws IOException {
        assertThat(read("- {name: a, url: 'http://x.example/', severity: warning, kinds: [THAW], headers: {X: y}}"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.name()).isEqualTo("a");
                    assertThat(target.severity()).isEqualTo(Severity.WARNING);
                    assertThat(target.headers()).containsEntry("X", "y");
                });
        assertThat(WebhookTarget.read(Path.of("config/webhooks.yaml"))).isEmpty();
    }

    @Test
    void saysWhatIsWrongInTheFile() {
        assertThatThrownBy(() -> read("- {url: 'file:///etc/passwd'}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> read("- {url: 'http://x.example/', shape: fax}"))
                .hasMessageContaining("'shape' cannot be 'fax'");
        assertThatThrownBy(() -> read("- {adress: 'http://x.example/'}")).hasMessageContaining("unknown key 'adress'");
        assertThatThrownBy(() -> read("- {url: 'http://x.example/'}", "- {url: 'http://y.example/'}"))
                .hasMessageContaining("two webhooks are called 'webhook'");
    }
}
