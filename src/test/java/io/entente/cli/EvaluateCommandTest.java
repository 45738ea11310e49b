package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
    private static final String RECORD = "{\"id\":\"%s\",\"date\":\"2024-03-01\",\"text\":\"Peru accused Ecuador.\","
            + "\"statements\":[{\"source\":\"PER\",\"target\":\"%s\",\"event\":\"ACCUSE\",\"sign\":-1,\"status\":\"asserted\"}]}\n";

    @TempDir
    private Path folder;

    @Test
    void outcomesOfSetsBecomeTheTableOfReliability() throws IOException {
        Path one = Files.writeString(folder.resolve("one.jsonl"), RECORD.formatted("a", "ECU"));
        Path two = Files.writeString(folder.resolve("two.jsonl"), RECORD.formatted("b", "CHL"));
        Run outcomes = Run.of("evaluate", "--outcomes", one.toString(), two.toString());
        assertThat(outcomes.lines())
                .containsExactly(
                        "one\ta\t1\trule clause; event ACCUSE; actors 2; target near; commas 0",
                        "two\tb\t0\trule clause; event ACCUSE; actors 2; target near; commas 0");
        Path table = Files.writeString(folder.resolve("outcomes.tsv"), "# kept\n" + outcomes.out());
        Run reliability = Run.of("evaluate", "--reliability", table.toString());
        assertThat(reliability.lines())
                .contains("all\t1\t2", "rule clause\t1\t2")
                .anyMatch(line -> line.contains("AUC"));
    }

    @Test
    void whatWasMistypedIsAMistakeOfUse() throws IOException {
        Run missing = Run.of("evaluate", folder.resolve("absent.jsonl").toString());
        assertThat(missing.err()).contains("there is no file").contains("absent.jsonl");
        assertThat(missing.exit()).isEqualTo(ExitCode.USAGE);
        Path one = Files.writeString(folder.resolve("one.jsonl"), RECORD.formatted("a", "ECU"));
        Run negative = Run.of("evaluate", one.toString(), "--errors", "-1");
        assertThat(negative.err()).contains("--errors must be 0 or more, not -1");
        assertThat(negative.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void lineThatIsNotARecordIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jsonl"), "# a heading\n");
        assertThat(Run.of("evaluate", text.toString()).err())
                .contains("text.jsonl: line 1 is not JSON")
                .doesNotContain("REDACTED");
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"id\":\"a\"}\n");
        assertThat(Run.of("evaluate", other.toString()).err()).contains("line 1 is not an annotated record");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "\"ACCUSE\"|\"SANKTION\"|'SANKTION' is not a valid event: use one of [AGREE, CONSULT",
                "\"sign\":-1|\"sign\":5|'sign' must be -1, 0 or 1",
                "\"target\":\"ECU\",||'target' is missing, or is not a text",
                "\"date\":\"2024-03-01\"|\"date\":\"yesterday\"|'yesterday' could not be parsed",
                "\"statements\"|\"annotations\"|'statements' must be a list, empty if the text has none"
            })
    void annotationThatCannotBeUsedIsRefused(String right, String wrong, String message) throws IOException {
        String record = RECORD.formatted("a", "ECU");
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"), record + record.replace(right, wrong == null ? "" : wrong));
        Run run = Run.of("evaluate", gold.toString());
        assertThat(run.err())
                .contains("gold.jsonl: line 2 is not an annotated record: ")
                .contains(message);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void emptySetIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
        Run run = Run.of("evaluate", empty.toString());
        assertThat(run.err()).contains("no records in ").contains("empty.jsonl");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesWhatIsNoOutcome() throws IOException {
        Path table = Files.writeString(folder.resolve("outcomes.tsv"), "nonsense\n");
        Run run = Run.of("evaluate", "--reliability", table.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("outcomes.tsv:1: not an outcome");
    }
}
