package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.avro.Severity;
import io.entente.config.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {
    @TempDir
    private Path folder;

    private List<WebhookTarget> read(String... lines) throws IOException {
        Path file = folder.resolve("webhooks.yaml");
        Files.writeString(file, "webhooks:\n" + String.join("\n", lines));
        return TargetFile.read(file);
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
        assertThat(TargetFile.read(Path.of("config/webhooks.yaml"))).isEmpty();
    }

    @Test
    void readsWhatPagerDutyAndMailNeed() throws IOException {
        List<WebhookTarget> targets = read(
                "- {name: p, shape: pagerduty, routing-key: R0}",
                "- {name: m, shape: email, url: 'smtps://mail.example', from: a@x.example, to: [b@x.example, c@x.example], user: u, password: w}");
        assertThat(targets.get(0).url()).hasHost("events.pagerduty.com");
        assertThat(targets.get(0).routingKey()).isEqualTo("R0");
        assertThat(Objects.requireNonNull(targets.get(1).mail()).to()).containsExactly("b@x.example", "c@x.example");
        assertThat(targets.toString()).doesNotContain("R0", "smtps");
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
        assertThatThrownBy(() -> read("- {url: 'http://x.example:99999/s3cret'}"))
                .hasMessageContaining("http or https")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> read("- {shape: pagerduty}")).hasMessageContaining("'routing-key' is needed");
        assertThatThrownBy(() -> read("- {shape: email, url: 'smtp://x.example', from: nobody, to: a@x.example}"))
                .hasMessageContaining("'from' must be a mail address");
        assertThatThrownBy(() -> read("- {shape: email, url: 'http://x.example', from: a@x.example}"))
                .hasMessageContaining("smtp or smtps");
        assertThatThrownBy(() -> read("- {shape: email, url: 'smtp://x.example', from: a@x.example}"))
                .hasMessageContaining("'to'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Authorization: \"Bearer s3cret\\nX-Other: 1\"}",
                "{Authorization: \"Bearer s3cret\\r\"}",
                "{Authorization: \"Bearer s3cret\\0\"}",
                "{\"Authorization: Bearer s3cret\": x}",
                "{Host: s3cret}",
                "{Content-Length: s3cret}",
            })
    void refusesHeadersThatCannotBeSentWithoutShowingThem(String headers) {
        assertThatThrownBy(() -> read("- {url: 'http://x.example/s3cret', headers: " + headers + "}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'headers' 1")
                .satisfies(e -> {
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        assertThat(String.valueOf(each)).doesNotContain("s3cret");
                    }
                });
    }

    @Test
    void showsNothingOfAFileThatIsNotYaml() {
        assertThatThrownBy(
                        () -> read("- {url: 'http://x.example/', headers: {Authorization: Bearer s3cret}", "  bad: ["))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("line")
                .hasMessageNotContaining("s3cret");
    }
}
