package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.output.VisibleControls;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VisibleControlsTest {

    private static String shown(String text) {
        StringWriter shown = new StringWriter();
        try (PrintWriter out = new PrintWriter(new VisibleControls(shown, false))) {
            out.print(text);
        }
        return shown.toString();
    }

    @Test
    void controlCharactersAreShown() {
        assertThat(shown("a\u001b[2Jb\u0007\u009b31m\u007f\r\u0000"))
                .isEqualTo("a\\u001b[2Jb\\u0007\\u009b31m\\u007f\\u000d\\u0000");
        assertThat(shown("\u202eabc\u2066")).isEqualTo("\\u202eabc\\u2066");
        assertThat(shown("Orbán's\tΑθήνα\n😀")).isEqualTo("Orbán's\tΑθήνα\n😀");
    }

    /** The commands as they are started, on a text that would clear the screen. */
    @Test
    void noCommandSendsThemToTheTerminal(@TempDir Path folder) throws Exception {
        Path text = folder.resolve("hostile.jsonl");
        Files.writeString(
                text,
                "{\"publishedAt\": \"2024-03-01\", \"body\": \"France condemned Russia on Friday over the "
                        + "\\u001b[2J border \\u001b]0;owned\\u0007\\u009b1m.\"}\n");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream terminal = new PrintStream(sent, true, StandardCharsets.UTF_8)) {
            System.setOut(terminal);
            System.setErr(terminal);
            String[][] runs = {{"code", "--explain", text.toString()}, {"code", text.toString()}, {"code", "\u001b[2J"}
            };
            for (String[] run : runs) {
                CommandLine line = Main.commandLine(run);
                line.execute(run);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(sent.toString(StandardCharsets.UTF_8))
                .contains("condemned")
                .doesNotContain("\u001b", "\u0007", "\u009b");
    }
}
