package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that code texts use the dictionaries that the settings name. */
class OwnDictionariesTest {
    @TempDir
    private Path folder;

    private String setting;
    private Path article;
    private Path gold;

    @BeforeEach
    void write() throws IOException {
        setting = "entente.dictionaries=" + folder;
        article = Files.writeString(folder.resolve("in.txt"), "date 2024-03-01\nPeru accused Ecuador.\n");
        gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\":\"1\",\"date\":\"2024-03-01\",\"text\":\"Peru accused Ecuador.\",\"statements\":"
                        + "[{\"source\":\"PER\",\"target\":\"ECU\",\"event\":\"THREATEN\",\"sign\":-1,\"status\":\"asserted\"}]}\n");
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("events/verbs.tsv"), "accuse\tTHREATEN\t-\tobj\n");
    }

    @Test
    void codeDoes() {
        assertThat(Run.of("code", article.toString()).out())
                .contains("\"ACCUSE\"")
                .doesNotContain("\"THREATEN\"");
        assertThat(Run.of("code", "--set", setting, article.toString()).out())
                .contains("\"THREATEN\"")
                .doesNotContain("\"ACCUSE\"");
    }

    @Test
    void evaluateDoes() {
        assertThat(Run.of("evaluate", gold.toString()).out()).contains("0.000/0.000/0.000");
        assertThat(Run.of("evaluate", "--set", setting, gold.toString()).out()).doesNotContain("0.000/0.000/0.000");
    }

    @Test
    void faultsEndTheCommandAndAreNamed() throws IOException {
        Files.write(folder.resolve("events/verbs.tsv"), List.of("accuse\tTHREATEN\t-\tobj", "accuse"));
        Run run = Run.of("code", "--set", setting, article.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("entente: ").contains("verbs.tsv:2: 1 column");
    }

    @Test
    void aFolderThatIsNotThereIsNoSilentNothing() {
        Run run = Run.of("code", "--set", "entente.dictionaries=" + folder.resolve("none"), article.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no folder").contains("none");
    }

    @Test
    void anUnknownCoderIsAMistakeOfUse() {
        Run run = Run.of("code", "--set", "entente.coder=readers", article.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no extractor 'readers'").contains("separated by commas");
    }

    @Test
    void aMissingFileOfSettingsIsNamed() {
        Run run = Run.of("code", "--config", folder.resolve("none.properties").toString(), article.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no such file").containsOnlyOnce("none.properties");
    }
}
