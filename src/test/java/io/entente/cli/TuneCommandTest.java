package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void replaySampleFeed() throws IOException {
        Path feed = folder.resolve("feed.jsonl");
        try (var in = Main.class.getResourceAsStream("sample-feed.jsonl")) {
            Files.copy(in, feed);
        }
        Run.of("replay", feed.toString(), "--out", folder.toString());
    }

    private static Run tune(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 1);
        System.arraycopy(args, 0, all, 1, args.length);
        all[0] = "tune";
        return Run.of(all);
    }

    private static List<String> rows(Run run, String threshold) {
        return run.lines().stream().filter(line -> line.startsWith(threshold)).toList();
    }

    private static int alerts(String row) {
        String[] cells = row.replace("*", "").strip().split(" +");
        return Integer.parseInt(cells[2]);
    }

    @Test
    void showsWhatEachThresholdWouldHaveRaised() {
        Run run = tune(folder.resolve("events.jsonl").toString());
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        List<String> tails = rows(run, "counts.info");
        assertThat(tails).hasSize(5);
        assertThat(tails.stream().map(TuneCommandTest::alerts).toList()).isSorted();
        assertThat(tails)
                .filteredOn(row -> row.contains("*"))
                .singleElement()
                .asString()
                .contains("0.001");
        for (String threshold : List.of("counts.ratio", "tone.info", "turn.probability", "severe.rareBelow")) {
            assertThat(rows(run, threshold)).as(threshold).hasSizeGreaterThan(1);
        }
        assertThat(run.out()).contains("events in").contains("CRITICAL");
    }

    @Test
    void lineThatIsNoEventIsNamed() throws IOException {
        String good = Files.readString(folder.resolve("events.jsonl"));
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\":1}\n" + good);
        Run run = tune(bad.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(run.err()).contains(bad + ":1: not an event");
        assertThat(rows(run, "counts.info")).hasSize(5);
    }

    @Test
    void changelogCountsLastVersionsOnly() throws IOException {
        Path out = folder.resolve("changelog");
        Run.of("replay", folder.resolve("feed.jsonl").toString(), "--changelog", "--out", out.toString());
        assertThat(tune(out.resolve("events.jsonl").toString()).lines().get(0))
                .isEqualTo(
                        tune(folder.resolve("events.jsonl").toString()).lines().get(0));
    }

    @Test
    void missingFileIsAMistakeOfUse() {
        Run run = tune(folder.resolve("absent.jsonl").toString());
        assertThat(run.err()).contains("there is no file").contains("absent.jsonl");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void withoutEventsItSaysHowToGetSome() throws IOException {
        Path none = Files.writeString(folder.resolve("none.jsonl"), "");
        assertThat(tune(none.toString()).err()).contains("has no events").contains("entente replay");
    }
}
