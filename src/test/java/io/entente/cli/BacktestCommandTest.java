package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    @TempDir
    private Path folder;

    private String feed;
    private String known;

    @BeforeEach
    void sampleFeed() throws IOException {
        Path file = folder.resolve("feed.jsonl");
        try (var in = Main.class.getResourceAsStream("sample-feed.jsonl")) {
            Files.copy(in, file);
        }
        feed = file.toString();
        known = Files.writeString(folder.resolve("known.tsv"), "ARM-AZE\t2024-01-01\tcrisis\tnone of the feed's\n")
                .toString();
    }

    private JsonNode report(String name) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(name).resolve("backtest.json").toFile());
    }

    /** Pair, kind and severity of each alert: with final events, what a later day told of an act may open its alert earlier. */
    private List<String> kinds(String name) throws IOException {
        return StreamSupport.stream(report(name).get("alerts").spliterator(), false)
                .map(alert ->
                        alert.get("pair").asText() + " " + alert.get("kind").asText() + " "
                                + alert.get("severity").asText())
                .toList();
    }

    @Test
    void anEarlierReplayGivesTheAlertsOfTheFeed() throws IOException {
        Run whole = Run.of(
                "backtest",
                feed,
                "--known",
                known,
                "--out",
                folder.resolve("whole").toString());
        assertThat(whole.exit()).as(whole.err()).isEqualTo(ExitCode.OK);
        assertThat(whole.out()).contains("KIND", "YEAR", "MISSED", "backtest.html");
        Run.of("replay", feed, "--out", folder.resolve("replayed").toString());
        Run quick = Run.of(
                "backtest",
                "--replayed",
                folder.resolve("replayed").toString(),
                "--known",
                known,
                "--out",
                folder.resolve("quick").toString());
        assertThat(quick.exit()).as(quick.err()).isEqualTo(ExitCode.OK);
        assertThat(kinds("quick")).isNotEmpty().containsExactlyInAnyOrderElementsOf(kinds("whole"));
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertThat(Run.of("backtest", "--known", known).exit()).isEqualTo(ExitCode.USAGE);
        Path wrong = Files.writeString(folder.resolve("wrong.tsv"), "2024-01-01,ARM-AZE,crisis\n".repeat(500));
        assertThat(Run.of("backtest", feed, "--known", wrong.toString()).err().lines())
                .as("some faults, and how many more")
                .hasSize(11)
                .last()
                .isEqualTo("… and 490 more");
        assertThat(Run.of("backtest", feed, "--replayed", folder.toString(), "--known", known)
                        .err())
                .contains("either the files of a feed", "--topics");
        Run noTable = Run.of(
                "backtest", feed, "--known", folder.resolve("nothing.tsv").toString());
        assertThat(noTable.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(noTable.err()).contains("nothing.tsv: no such file");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThat(Run.of("backtest", empty.toString(), "--known", known).err())
                .contains("no articles and no statements");
        assertThat(Run.of("backtest", "--replayed", folder.toString(), "--known", known)
                        .err())
                .contains("cannot read the replay in");
    }
}
