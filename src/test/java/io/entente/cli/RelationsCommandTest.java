package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay}, and {@code relations} and {@code pairs} over what it wrote. */
class RelationsCommandTest {
    private static final String FEED =
            """
            {"id":"a1","date":"2024-03-01T09:00:00Z","outlet":"North Wire","body":"Peru accused Ecuador on Friday of shelling a post near Loja."}
            {"id":"a2","date":"2024-03-02T09:00:00Z","outlet":"North Wire","body":"Ecuador condemned Peru on Saturday for the arrest of two bakers."}
            {"id":"a3","date":"2024-03-12T09:00:00Z","outlet":"North Wire","body":"Peru thanked Ecuador for fighting the fire at Tumbes."}
            {"id":"a4","date":"2024-03-12T10:00:00Z","outlet":"North Wire","body":"Chile praised Japan for a new telescope."}
            {"id":"a5","date":"yesterday","outlet":"North Wire","body":"Peru thanked Ecuador."}
            """;

    @TempDir
    private static Path folder;

    private static Run replayed;

    private static Run in(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--in";
        all[args.length + 1] = folder.resolve("out").toString();
        return Run.of(all);
    }

    @BeforeAll
    static void replay() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.jsonl"), FEED);
        replayed =
                Run.of("replay", feed.toString(), "--out", folder.resolve("out").toString());
    }

    @Test
    void replaySaysWhatItFoundAndWhatItRefused() {
        assertThat(replayed.exit()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(replayed.err()).contains("feed.jsonl:5");
        assertThat(replayed.out()).contains("4 coded").contains("ECU-PER").contains("CHL-JPN");
    }

    @Test
    void replayThatCannotWriteSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of("replay", folder.resolve("feed.jsonl").toString(), "--out", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("cannot write to " + file);
    }

    @Test
    void tableShowsBothDirectionsDayByDay() {
        Run run = in("relations", "per-ecu");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.lines().get(0)).contains("ECU → PER").contains("PER → ECU");
        assertThat(run.lines()).filteredOn(line -> line.startsWith("2024-03-")).hasSize(3);
        assertThat(run.out()).contains("events  ").contains("2024-03-01 to 2024-03-12");
    }

    @Test
    void periodAndLengthOfWindowsCanBeChosen() {
        assertThat(in("relations", "ECU-PER", "--from", "2024-03-02", "--to", "2024-03-12", "--json")
                        .lines())
                .singleElement()
                .asString()
                .contains("2024-03-02T00:00:00Z");
        assertThat(in("relations", "ECU-PER", "--window", "hour", "--json").lines())
                .singleElement()
                .asString()
                .contains("2024-03-12T09:00:00Z");
    }

    @Test
    void csvHasALineForEachDirection() {
        List<String> lines = in("relations", "ECU-PER", "--csv").lines();
        assertThat(lines).hasSize(7);
        int columns = lines.get(0).split(",").length;
        assertThat(lines).allMatch(line -> line.split(",").length == columns);
        assertThat(lines.get(2)).startsWith("2024-03-01T00:00:00Z,PER,ECU,");
    }

    @Test
    void pairsAreRankedAgainstThePeriodBefore() throws IOException {
        JsonNode changed = new ObjectMapper()
                .readTree(in("pairs", "--json", "--by", "changed", "--from", "2024-03-07", "--to", "2024-03-13")
                        .lines()
                        .get(0));
        assertThat(changed.get("pair").textValue()).isEqualTo("ECU-PER");
        assertThat(changed.get("tensionBefore").doubleValue()).isPositive();
        assertThat(changed.get("tension").doubleValue()).isNegative();
        List<String> csv = in("pairs", "--csv", "--by", "tense", "--from", "2024-03-01", "--to", "2024-03-13")
                .lines();
        assertThat(csv.get(0)).isEqualTo("list,pair,events,events_before,tension,tension_before,change");
        assertThat(csv).hasSize(3).anyMatch(line -> line.startsWith("tense,ECU-PER,"));
        assertThat(in("pairs", "--top", "1", "--by", "active").lines())
                .filteredOn(line -> line.contains("-") && line.contains("+"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(in("pairs").out())
                .contains("most active")
                .contains("most tense")
                .contains("most changed");
    }

    @Test
    void weekOfPairsEndsWithTheNewestDayThatSeveralEventsSupport() throws IOException {
        List<String> acts = List.of(
                "accused Ecuador of shelling a post near Loja",
                "signed a trade agreement with Ecuador",
                "expelled an Ecuadorian consul",
                "sent food to Ecuador after the flood",
                "threatened Ecuador with war",
                "praised Ecuador for its courts",
                "imposed tariffs on Ecuadorian fish",
                "released ten Ecuadorian prisoners",
                "attacked an Ecuadorian patrol boat",
                "held talks with Ecuador in Lima");
        StringBuilder feed = new StringBuilder();
        for (int day = 10; day < 20; day++) {
            feed.append(
                    """
                    {"id":"d%1$d","date":"2024-03-%1$dT09:00:00Z","outlet":"North Wire","body":"Peru %2$s."}
                    """
                            .formatted(day, acts.get(day - 10)));
        }
        Path in = folder.resolve("week");
        Path file = Files.writeString(folder.resolve("week.jsonl"), feed);
        Run.of("replay", file.toString(), "--out", in.toString());
        String expected = Run.of("pairs", "--in", in.toString()).out();
        assertThat(expected)
                .contains("2024-03-13T00:00:00Z to 2024-03-20T00:00:00Z")
                .contains("ECU-PER");
        feed.append(
                """
                {"id":"x","date":"2025-07-01T09:00:00Z","outlet":"North Wire","body":"Chile praised Japan for a new telescope."}
                """);
        Files.writeString(file, feed);
        Run.of("replay", file.toString(), "--out", in.toString());
        Run pairs = Run.of("pairs", "--in", in.toString());
        assertThat(pairs.out()).isEqualTo(expected);
        assertThat(pairs.err()).contains("2025-07-01").contains("--from");
        assertThat(Run.of("pairs", "--from", "2025-07-01", "--to", "2025-07-02", "--in", in.toString())
                        .out())
                .contains("CHL-JPN");
    }

    @Test
    void textInAnotherLanguageThanDeclaredIsCountedAndWhatIsLateToo() throws IOException {
        StringBuilder feed = new StringBuilder();
        for (int day = 10; day < 20; day++) {
            feed.append(
                    """
                    {"id":"l%1$d","language":"fr","date":"2024-03-%1$dT09:00:00Z","outlet":"North Wire","body":"The minister said that Peru accused Ecuador of shelling the post on the %1$dth of the month."}
                    """
                            .formatted(day));
        }
        feed.append(
                """
                {"id":"l1","date":"2024-03-01T09:00:00Z","outlet":"North Wire","body":"Chile praised Japan for a new telescope."}
                """);
        Path file = Files.writeString(folder.resolve("languages.jsonl"), feed);
        Run run = Run.of(
                "replay",
                file.toString(),
                "--as-they-come",
                "--out",
                folder.resolve("languages").toString());
        assertThat(run.out())
                .contains("10 in another language than they declare")
                .contains("1 dated more than the grace before");
        assertThat(run.exit()).isEqualTo(ExitCode.SOME_REFUSED);
    }

    /** The second of two reports is the older one: it leads the event, which leaves its hour. Ticks between them publish the window. */
    @Test
    void windowThatLostItsEventIsGoneFromAChangelogToo() throws IOException {
        StringBuilder feed = new StringBuilder(
                """
                {"id":"m1","date":"2024-03-01T09:00:00Z","outlet":"North Wire","body":"Peru accused Ecuador on Friday of shelling a post near Loja."}
                """);
        for (int hour = 10; hour < 20; hour++) {
            feed.append(
                    """
                    {"id":"b%1$d","date":"2024-03-01T%1$d:00:00Z","outlet":"Outlet %1$d","body":"It rained."}
                    """
                            .formatted(hour));
        }
        feed.append(
                """
                {"id":"m2","date":"2024-03-01T07:00:00Z","outlet":"Harbour Post","body":"Peru accused Ecuador on Friday of shelling a post near Loja."}
                """);
        Path file = Files.writeString(folder.resolve("moved.jsonl"), feed);
        Path in = folder.resolve("moved");
        Run.of("replay", file.toString(), "--as-they-come", "--changelog", "--out", in.toString());
        assertThat(Files.readAllLines(in.resolve("relations.hourly.jsonl")))
                .anyMatch(line -> line.startsWith("{\"key\":\"ECU-PER|2024-03-01T09:00:00Z\",\"value\":null"));
        assertThat(Run.of("relations", "ECU-PER", "--window", "hour", "--json", "--in", in.toString())
                        .lines())
                .singleElement()
                .asString()
                .contains("2024-03-01T07:00:00Z");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(in("relations", "FRA-DEU").err()).contains("nothing is known of DEU-FRA");
        Run unknown = in("relations", "FRA-XXX");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("no dictionary has an actor with the code XXX");
        assertThat(in("relations", "PER").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(in("relations", "PER-ECU", "--from", "March").err()).contains("is not a date or time");
        Run nowhere = Run.of("relations", "PER-ECU", "--in", folder.toString());
        assertThat(nowhere.err()).contains("does not exist");
        assertThat(nowhere.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(in("pairs", "--from", "2024-03-13", "--to", "2024-03-01").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(in("relations", "PER-ECU", "--from", "2024-03-13", "--to", "2024-03-01")
                        .err())
                .contains("must come before --to");
        Run none = in("pairs", "--top", "-1");
        assertThat(none.err()).contains("--top must be 1 or more, not -1");
        assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(in("pairs", "--by", "loud").err()).contains("--by").contains("loud");
        assertThat(in("pairs", "--json", "--csv").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(in("relations", "ECU-PER", "--json", "--csv").exit()).isEqualTo(ExitCode.USAGE);
    }
}
