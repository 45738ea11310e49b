package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ActorsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void looksUpWhoHeldAnOfficeOnADate() {
        assertThat(run("actors", "lookup", "Donald", "Tusk", "--date", "2016-05-01"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .containsPattern("\\*\\s+EUU\\s+person\\s+Donald Tusk\\s+president of the European Council")
                .contains("read on 2016-05-01: Donald Tusk = EUU, LEADER");
    }

    @Test
    void looksUpPhrasesThatOnlyTheGrammarKnows() {
        assertThat(run("actors", "lookup", "the Senegalese interior ministry")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Senegalese interior ministry = SEN, INSTITUTION");
    }

    @Test
    void saysWhatToDoWithAnUnknownName() {
        assertThat(run("actors", "lookup", "Zorgon Vale")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("no dictionary knows 'Zorgon Vale'").contains("people.tsv");
    }

    @Test
    void checksFilesAndNamesTheFaults(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("people.tsv"), "MNG\tpremier\tZork /Vane/\t2020\t\t\n");
        Path bad = Files.writeString(folder.resolve("people-bad.tsv"), "MNG\tpremier\n");
        assertThat(run("actors", "check", good.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("actors", "check", good.toString(), bad.toString())).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err.toString()).contains(bad + ":1: column 3: needs a name");
        assertThat(run("actors", "check", folder.resolve("absent.tsv").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no file");
    }

    @Test
    void ranksUnknownNames(@TempDir Path folder) throws IOException {
        Path articles = folder.resolve("articles.jsonl");
        Files.writeString(
                articles,
                """
                {"id": "1", "publishedAt": "2024-03-01T00:00:00Z", "body": "Zorgon Vale said no. On Monday Zorgon Vale warned Chad."}
                {"id": "2", "publishedAt": "2024-03-02T00:00:00Z", "body": "In March Bo Brill accused Mali. Zorgon Vale agreed."}
                """);
        assertThat(run("actors", "unresolved", articles.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().map(String::strip))
                .containsSubsequence("3      Zorgon Vale", "1      Bo Brill");
    }

    @Test
    void exportsOwnEntriesWithTheBuiltInOnes(@TempDir Path folder) throws IOException {
        Path actors = Files.createDirectories(folder.resolve("actors"));
        Files.writeString(actors.resolve("people.tsv"), "MNG\tpremier\tZork /Vane/\t2020\t\t\n");
        assertThat(run("actors", "export", "--set", "entente.dictionaries=" + folder))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("form\tkind\tcode\tname\trole\tfrom\tto")
                .contains("Zork Vane\tperson\tMNG\tZork Vane\tpremier\t2020-01-01\t")
                .contains("Crna Gora\tcountry\tMNE\tMontenegro\t\t\t");
    }

    @Test
    void asksWhichCommand() {
        assertThat(run("actors")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("lookup, check, unresolved or export?");
    }
}
