package io.entente.relation.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.avro.state.ReportedArticle;
import io.entente.digest.StatementIds;
import io.entente.store.MemoryTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementRowsTest {
    private static final String PAIR = "CAN-VNM";
    private static final Instant TIME = Instant.parse("2024-03-17T07:00:00Z");
    private static final String SENTENCE = "Vietnam's trade ministry criticised Canada, its foreign ministry said.";

    private final MemoryTables tables = new MemoryTables();
    private final StatementRows rows = new StatementRows(tables);

    /** As the coder writes it, so that its id can be derived. */
    private static Statement.Builder coded(String article, EventType event, String sentence) {
        return Statement.newBuilder()
                .setId(new StatementIds(article).of("VNM", "CAN", event.name(), sentence))
                .setArticleId(article)
                .setUrl("https://news.example/" + article)
                .setOutlet("North Wire")
                .setCredit("Example Agency")
                .setTitle("Vietnam criticises Canada")
                .setPublishedAt(TIME)
                .setWatermark(TIME.minusSeconds(3))
                .setSource("VNM")
                .setSourceText("Vietnam")
                .setTarget("CAN")
                .setTargetKind(ActorKind.COUNTRY)
                .setTargetText("the Canadians")
                .setEvent(event)
                .setCameoRoot("11")
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.475)
                .setIntensity(-2)
                .setStatus(Status.ASSERTED)
                .setSevereClass("ties")
                .setSpeaker("its foreign ministry")
                .setSentence(sentence)
                .setBegin(20)
                .setEnd(-1)
                .setTrigger("criticised")
                .setTriggerBegin(45)
                .setRule("clause")
                .setConfidence(0.9);
    }

    private List<Statement> read() {
        List<Statement> found = new ArrayList<>();
        new StatementRows(tables).scan(PAIR, found::add);
        return found;
    }

    private List<ReportedArticle> stored() {
        List<ReportedArticle> found = new ArrayList<>();
        tables.table(StatementRows.TABLE).scan("", "~", (key, row) -> found.add(row));
        return found;
    }

    @Test
    void oneRowHoldsWhatAnArticleReports() {
        Statement accusation = coded("a|1", EventType.ACCUSE, SENTENCE).build();
        Statement protest = coded("a|1", EventType.PROTEST, SENTENCE).build();
        Statement demand = coded("a|1", EventType.REQUEST, "Canada must stop, Vietnam said.")
                .setSpeaker(null)
                .setWatermark(TIME.minusSeconds(3))
                .build();
        List.of(accusation, protest, demand).forEach(statement -> rows.add(PAIR, statement));
        assertThat(read()).containsExactly(accusation, protest, demand);
        assertThat(stored()).singleElement().satisfies(row -> {
            assertThat(row.getActs()).allSatisfy(act -> assertThat(act.getId()).isEmpty());
            assertThat(row.getActs().get(1).getSentence()).isEmpty();
        });
    }

    @Test
    void whatCannotBeDerivedIsKept() {
        Statement foreign = coded("a1", EventType.ACCUSE, SENTENCE)
                .setId("row 7")
                .setTrigger("slammed")
                .setTriggerBegin(-1)
                .setBegin(-1)
                .setUrl(null)
                .setOutlet(null)
                .setCredit(null)
                .setTitle(null)
                .setSourceText(null)
                .setWatermark(null)
                .build();
        rows.add(PAIR, foreign);
        assertThat(read()).containsExactly(foreign);
    }

    @Test
    void otherWordsOfTheArticleStandInARowOfTheirOwn() {
        Statement first = coded("a1", EventType.ACCUSE, SENTENCE).build();
        Statement again = coded("a1", EventType.PROTEST, SENTENCE)
                .setTitle("Vietnam criticises Canada again")
                .build();
        Statement later = coded("a1", EventType.REQUEST, SENTENCE)
                .setPublishedAt(TIME.plusMillis(1))
                .build();
        List.of(later, first, again).forEach(statement -> rows.add(PAIR, statement));
        assertThat(read()).containsExactly(first, again, later);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void rowsAreBoundedHoweverMuchAnArticleSays() {
        List<Statement> many = IntStream.range(0, 50)
                .mapToObj(i ->
                        coded("a1", EventType.ACCUSE, SENTENCE).setId("s" + i).build())
                .toList();
        many.forEach(statement -> rows.add(PAIR, statement));
        assertThat(read()).containsExactlyElementsOf(many);
        assertThat(stored()).hasSize(4);

        rows.retain(PAIR, many.get(0), many.subList(45, 50));
        assertThat(read()).containsExactlyElementsOf(many.subList(45, 50));
        rows.retain(PAIR, many.get(0), List.of());
        assertThat(stored()).isEmpty();
    }

    @Test
    void takesOverTheRowsOfAnEarlierRelease() {
        Statement accusation = coded("a1", EventType.ACCUSE, SENTENCE).build();
        Statement protest = coded("a1", EventType.PROTEST, SENTENCE).build();
        for (Statement statement : List.of(accusation, protest)) {
            tables.table(StatementRows.RELEASED)
                    .put(
                            PAIR + "|VNM|" + statement.getEvent() + "|told|" + Padded.time(TIME.toEpochMilli()) + "|"
                                    + statement.getId(),
                            statement);
        }
        assertThat(read()).containsExactlyInAnyOrder(accusation, protest);
        tables.table(StatementRows.RELEASED).scan("", "~", (key, row) -> assertThat(key)
                .as("a row that is left")
                .isNull());
        assertThat(stored()).hasSize(1);
    }
}
