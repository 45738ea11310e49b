package io.entente.relation;

import static io.entente.relation.Sample.START;
import static io.entente.relation.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article only mentions in passing is an event once somebody else reports it, too. */
class RemarkTest {
    private static final String REMARK = "Vietnam criticised Canada over duties on steel wire from mills in Hue.";
    private static final String OTHER_WORDS = "Canadian duties on steel wire from Hue were criticised by Vietnam.";
    private static final Instant LATER = START.plus(Duration.ofHours(5));

    private final Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
    private final Results results = new Results();

    private void take(Statement.Builder statement) {
        results.take(relate, statement.build(), null);
    }

    private static Statement.Builder inPassing(String article, String sentence) {
        return statement(article, article, sentence).setBegin(900);
    }

    @Test
    void aRemarkOfOneSourceIsNoEvent() {
        take(inPassing("a1", REMARK));
        assertThat(results.events).isEmpty();
        assertThat(results.published).isZero();
        assertThat(results.daily).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASSERTED, MATERIAL_CONFLICT, 1", "INTENDED, MATERIAL_CONFLICT, 0", "REPORTED, MATERIAL_CONFLICT, 0"})
    void aDeedIsOneUnlessItIsPlannedOrAlleged(Status status, QuadClass quad, int events) {
        take(inPassing("a1", REMARK).setStatus(status).setQuad(quad));
        assertThat(results.events).hasSize(events);
    }

    @Test
    void whatIsSevereIsOne() {
        take(inPassing("a1", REMARK).setSevereClass("threat"));
        assertThat(results.events).hasSize(1);
    }

    @Test
    void anAgreementIsOne() {
        take(inPassing("a1", REMARK).setEvent(EventType.AGREE).setQuad(QuadClass.VERBAL_COOPERATION));
        assertThat(results.events).hasSize(1);
    }

    @Test
    void aSecondSourceMakesItOne() {
        take(inPassing("a1", REMARK).setWatermark(START));
        take(inPassing("a2", OTHER_WORDS).setPublishedAt(LATER).setWatermark(LATER));
        Event event = results.only();
        assertThat(event.getReports()).isEqualTo(2);
        assertThat(event.getPublishedAt()).isEqualTo(START);
        assertThat(event.getFirstWatermark()).contains(LATER);
        assertThat(results.daily).hasSize(1);
    }

    @Test
    void aCopyIsNoSecondSource() {
        take(inPassing("a1", REMARK));
        take(inPassing("a2", REMARK));
        assertThat(results.events).isEmpty();
    }

    @Test
    void anArticleThatOpensWithItMakesItOne() {
        take(inPassing("a1", REMARK).setWatermark(START));
        take(statement("a2", "a2", REMARK).setPublishedAt(LATER).setWatermark(LATER));
        assertThat(results.only().getArticleId()).isEqualTo("a1");
        assertThat(results.only().getProminent()).isTrue();
        assertThat(results.only().getFirstWatermark()).contains(LATER);
    }

    @Test
    void whatComesOnALaterDayLeadsAnEventOfItsOwn() {
        take(inPassing("a1", REMARK));
        take(statement("a2", "a2", OTHER_WORDS).setPublishedAt(START.plus(Duration.ofDays(1))));
        assertThat(results.only().getArticleId()).isEqualTo("a2");
    }

    @Test
    void anEventIsGoneWhenItsSecondSourceIsFoundToReportAnotherOne() {
        take(inPassing("a1", REMARK).setPublishedAt(LATER));
        take(inPassing("a2", OTHER_WORDS).setPublishedAt(LATER.plusSeconds(60)));
        assertThat(results.events).hasSize(1);

        take(inPassing("a2", OTHER_WORDS).setPublishedAt(LATER.minus(Duration.ofDays(2))));
        assertThat(results.events).isEmpty();
        assertThat(results.daily).isEmpty();
    }
}
