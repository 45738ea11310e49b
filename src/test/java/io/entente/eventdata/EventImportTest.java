package io.entente.eventdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.ClockSettings;
import io.entente.clock.FeedClock;
import io.entente.clock.Tick;
import io.entente.enrich.Enrich;
import io.entente.store.MemoryTables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventImportTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    private final List<Statement> statements = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ImportCounts run(EventDataFormat format, int partitions, String... lines) throws IOException {
        ClockSettings clocks = new ClockSettings(
                Duration.ofSeconds(10), Duration.ofDays(3), false, Duration.ofDays(1), Duration.ofHours(1));
        Enrich.Output out = new Enrich.Output() {
            @Override
            public void enriched(EnrichedArticle article) {}

            @Override
            public void statement(String key, Statement statement) {
                assertThat(key.split("-")).containsExactlyInAnyOrder(statement.getSource(), statement.getTarget());
                statements.add(statement);
            }

            @Override
            public void tick(Tick tick) {
                ticks.add(tick);
            }
        };
        EventImport rows = new EventImport(format, GAZETTEER, clocks, NOW, partitions, out, problems::add);
        rows.read("data", new BufferedReader(new StringReader(String.join("\n", lines))));
        rows.finish();
        return rows.counts();
    }

    /** A line of GDELT's event table with so many columns. */
    private static String gdelt(
            int columns, String id, String day, String added, String one, String two, String code, String goldstein) {
        String[] cells = new String[columns];
        Arrays.fill(cells, "");
        cells[0] = id;
        cells[1] = day;
        cells[5] = one + "GOV";
        cells[6] = one + " LAND";
        cells[7] = one;
        cells[15] = two;
        cells[16] = two + " LAND";
        cells[17] = two;
        cells[26] = code;
        cells[30] = goldstein;
        cells[columns == 61 ? 52 : 50] = "Harbour Town";
        cells[columns == 61 ? 59 : 56] = added;
        if (columns > 57) {
            cells[columns - 1] = "https://www.wire.example/" + id;
        }
        return String.join("\t", cells);
    }

    @Test
    void readsBothVersionsOfGdelt() throws IOException {
        ImportCounts counts = run(
                EventDataFormat.GDELT,
                1,
                gdelt(57, "1", "20010301", "20010301", "USA", "IRQ", "190", "-10.0"),
                gdelt(58, "2", "20140301", "20140301", "ROM", "HUN", "057", "8.0"),
                gdelt(61, "3", "20160301", "20160301101500", "CHN", "JPN", "112", "-2.0"));

        assertThat(counts).isEqualTo(new ImportCounts(3, 3, 0, 0, 0));
        Statement fight = statements.get(0);
        assertThat(fight.getSource()).isEqualTo("USA");
        assertThat(fight.getEvent()).isEqualTo(EventType.ASSAULT);
        assertThat(fight.getSevereClass()).contains("force");
        assertThat(fight.getIntensity()).isEqualTo(-10);
        assertThat(fight.getSign()).isEqualTo(-1);
        assertThat(fight.getUrl()).isEmpty();
        assertThat(fight.getSentence()).isEqualTo("USA LAND: Fight: IRQ LAND (1 March 2001, Harbour Town)");
        Statement treaty = statements.get(1);
        assertThat(treaty.getSource()).as("CAMEO's own code for Romania").isEqualTo("ROU");
        assertThat(treaty.getEvent()).isEqualTo(EventType.AGREE);
        assertThat(treaty.getOutlet()).contains("wire.example");
        assertThat(treaty.getUrl()).contains("https://www.wire.example/2");
        assertThat(statements.get(2).getPublishedAt()).isEqualTo(Instant.parse("2016-03-01T10:15:00Z"));
        assertThat(statements.get(2).getCameoRoot()).contains("11");
    }

    @Test
    void countsWhatItLeavesOutAndNamesWhatItCannotUse() throws IOException {
        String good = gdelt(58, "1", "20140301", "20140301", "USA", "IRQ", "190", "-10.0");

        ImportCounts counts = run(
                EventDataFormat.GDELT,
                1,
                good,
                good,
                gdelt(58, "2", "20140301", "20140301", "USA", "USA", "010", "0"),
                gdelt(58, "3", "20140301", "20140301", "USA", "AFR", "010", "0"),
                gdelt(58, "4", "20140301", "20140301", "USA", "", "010", "0"),
                gdelt(58, "5", "20140231", "20140231", "USA", "IRQ", "010", "0"),
                gdelt(58, "6", "20140301", "20140301", "USA", "IRQ", "---", "0"),
                gdelt(58, "7", "20140301", "20140301", "USA", "IRQ", "010", "much"),
                gdelt(58, "8", "20290301", "20290301", "USA", "IRQ", "010", "0"),
                "one\ttwo");

        assertThat(counts).isEqualTo(new ImportCounts(10, 1, 1, 3, 5));
        assertThat(problems)
                .containsExactly(
                        "data:6: DATEADDED is '20140231', not a date such as 20140318 or 2014-03-18",
                        "data:7: EventCode is '---', not a CAMEO code",
                        "data:8: GoldsteinScale is 'much', not a number from -10 to 10",
                        "data:9: its date 2029-03-01T00:00:00Z is in the future",
                        "data:10: it has 2 columns: an event table of GDELT has 57 or 58 (1.0) or 61 (2.0), separated by tabs");
    }

    @Test
    void whatTookPlaceLongBeforeItsReportIsHistory() throws IOException {
        run(
                EventDataFormat.GDELT,
                1,
                gdelt(58, "1", "20130301", "20140301", "USA", "IRQ", "190", "-10.0"),
                gdelt(58, "2", "20140225", "20140301", "USA", "IRQ", "190", "-10.0"));

        assertThat(statements).extracting(Statement::getStatus).containsExactly(Status.PAST, Status.ASSERTED);
    }

    @Test
    void readsIcews() throws IOException {
        ImportCounts counts = run(
                EventDataFormat.ICEWS,
                1,
                "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude",
                "10\t2014-03-19\tJohn Doe\tGovernment\tUnited States\tConsult\t40\t1.0\tJane Roe\t\tRussian Federation\t77\t2\tA Wire\tGeneva\t\t\tSwitzerland\t1\t2",
                "9\t2014-03-18\tArmy\tMilitary\tSouth Korea\tThreaten with military force\t138\t-7.0\tArmy\t\tNorth Korea\t76\t1\tA Wire\t\t\t\tSouth Korea\t1\t2",
                "11\t2014-03-19\tA Firm\t\t\tConsult\t040\t1.0\tJane Roe\t\tRussian Federation\t78\t2\tA Wire\t\t\t\t\t1\t2");

        assertThat(counts).isEqualTo(new ImportCounts(3, 2, 0, 1, 0));
        assertThat(statements).extracting(Statement::getSource).as("by date").containsExactly("KOR", "USA");
        assertThat(statements.get(0).getSevereClass()).contains("threat");
        assertThat(statements.get(1).getTarget()).isEqualTo("RUS");
        assertThat(statements.get(1).getEvent()).as("40 is 040").isEqualTo(EventType.CONSULT);
        assertThat(statements.get(1).getOutlet()).contains("A Wire");
    }

    @Test
    void readsPolecat() throws IOException {
        ImportCounts counts = run(
                EventDataFormat.POLECAT,
                1,
                "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tActor Name\tActor Country\tRecipient Name\tRecipient Country\tCountry\tSource\tPublication Date",
                "NGEC1\t2023-01-01\tASSAULT\tbombing\t-9.5\tMATERIAL CONFLICT\tArmy\tRUS\tA Town\tUKR\tUkraine\tA Wire\t2023-01-02",
                "NGEC2\t2023-01-01\tSTROLL\t\t\t\tArmy\tRUS\tA Town\tUKR\tUkraine\tA Wire\t2023-01-02",
                "NGEC3\t2023-01-01\tCONSULT\t\t\t\tA Firm\tNone\tA Town\tUKR\tUkraine\tA Wire\t2023-01-02");

        assertThat(counts).isEqualTo(new ImportCounts(3, 1, 0, 1, 1));
        assertThat(statements.get(0).getPublishedAt()).isEqualTo(Instant.parse("2023-01-02T00:00:00Z"));
        assertThat(statements.get(0).getTrigger()).isEqualTo("ASSAULT, bombing");
        assertThat(problems.get(0)).startsWith("data:3: 'STROLL' is not one of PLOVER's event types: [AGREE, CONSULT");
    }

    @Test
    void saysThatATableHasNoHeader() throws IOException {
        run(EventDataFormat.ICEWS, 1, "10\t2014-03-19\tJohn Doe", "11\t2014-03-19\tJane Roe");

        assertThat(problems)
                .containsExactly(
                        "data:1: the first line names no column 'Event ID': a file of ICEWS begins with the names of its columns, separated by tabs");
    }

    @Test
    void readsPloverLines() throws IOException {
        ImportCounts counts = run(
                EventDataFormat.PLOVER,
                1,
                "{\"id\": \"a\", \"date\": \"2018-05-01\", \"source\": [{\"country\": \"IND\", \"name\": \"India\"}], \"target\": [{\"country\": \"PAK\"}], \"event\": \"ACCUSE\", \"mode\": \"\", \"goldstein\": -3.5, \"url\": \"https://a.example/1\", \"publisher\": \"Wire\"}",
                "{\"id\": \"b\", \"date\": \"20180502\", \"source\": \"IND\", \"target\": \"PAK\", \"event\": \"AID\"}",
                "{\"id\": \"c\", \"source\": \"IND\", \"target\": \"PAK\", \"event\": \"AID\"}",
                "not json");

        assertThat(counts).isEqualTo(new ImportCounts(4, 2, 0, 0, 2));
        assertThat(statements.get(0).getIntensity()).isEqualTo(-3.5);
        assertThat(statements.get(1).getIntensity()).as("the type's own").isEqualTo(7);
        assertThat(problems.get(0)).isEqualTo("data:3: it needs 'id', 'date' and 'event'; it has no 'date'");
    }

    @Test
    void ticksForEveryPartitionSoThatTheClockGoesOn() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            String date = "201402" + (day < 10 ? "0" : "") + day;
            lines.add(gdelt(58, "" + day, date, date, "USA", "IRQ", "190", "-10.0"));
        }
        run(EventDataFormat.GDELT, 3, lines.toArray(String[]::new));

        FeedClock clock = new FeedClock(new MemoryTables(), FeedClock.table("test"));
        ticks.forEach(tick -> clock.accept(tick, NOW));
        assertThat(clock.watermark()).isEqualTo(Instant.parse("2014-02-28T00:00:00Z"));
        assertThat(clock.feedStart()).isEqualTo(Instant.parse("2014-02-01T00:00:00Z"));
        assertThat(statements.get(27).getWatermark()).contains(Instant.parse("2014-02-28T00:00:00Z"));
    }
}
