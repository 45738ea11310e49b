package io.entente.relation;

import static io.entente.relation.Sample.START;
import static io.entente.relation.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.avro.state.Contribution;
import io.entente.avro.state.Due;
import io.entente.relation.row.Padded;
import io.entente.relation.row.StatementRows;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelateTest {
    private static final String SENTENCE =
            "Vietnam’s trade ministry on Sunday criticised Canada for placing provisional duties on "
                    + "Vietnamese steel wire, saying the decision ignored evidence supplied by producers.";
    private static final String EDITED =
            "Vietnam's trade ministry criticized Canada for placing provisional duties on Vietnamese "
                    + "steel wire, saying on Sunday that the decision ignored evidence supplied by producers.";
    private static final String OTHER_WORDS =
            "Hanoi said the provisional duties that Canada put on steel wire had no basis in the evidence from its producers.";
    private static final String OTHER_EVENT = "Vietnam criticised Canada over the arrest of two students in Calgary.";

    private final Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
    private final Results results = new Results();
    private final Map<String, String> titles = new HashMap<>();

    @Test
    void firstStatementLeadsAnEvent() {
        Statement statement = statement("a1", "North Wire", SENTENCE).build();
        assertThat(results.take(relate, statement, null)).isEqualTo(StatementFate.TAKEN);

        Event event = results.only();
        assertThat(results.events).containsOnlyKeys("CAN-VNM|" + event.getId());
        assertThat(event.getPublishedAt()).isEqualTo(START);
        assertThat(event.getReports()).isEqualTo(1);
        assertThat(event.getCopies()).isZero();
        assertThat(event.getFamilies()).containsExactly("north wire");
        assertThat(event.getSentiment()).isEqualTo(-0.5);
        assertThat(results.hourly).containsOnlyKeys("CAN-VNM|2024-03-17T07:00:00Z");
        assertThat(results.daily).containsOnlyKeys("CAN-VNM|2024-03-17T00:00:00Z");
        RelationWindow day = results.daily.firstEntry().getValue();
        assertThat(day.getBackward().getVerbalConflict()).isEqualTo(1);
        assertThat(day.getBackward().getIntensitySum()).isEqualTo(-2_000_000);
        assertThat(day.getForward().getEvents()).isZero();
        assertThat(day.getStrongest()).containsExactly(event.getId());
        assertThat(day.getTension()).isCloseTo(100 * 2.0 / 7, within(1e-9));
    }

    @Test
    void repeatedStatementChangesNothing() {
        Statement statement = statement("a1", "North Wire", SENTENCE).build();
        results.take(relate, statement, null);
        int published = results.published;
        assertThat(results.take(relate, statement, null)).isEqualTo(StatementFate.REPEATED);
        assertThat(results.published).isEqualTo(published);
    }

    @Test
    void anActThatArticlesOnlyMentionIsProminentOnceOneOpensWithIt() {
        results.take(
                relate,
                statement("a1", "North Wire", SENTENCE)
                        .setQuad(QuadClass.MATERIAL_CONFLICT)
                        .setBegin(900)
                        .build(),
                null);
        assertThat(results.only().getProminent()).isFalse();

        results.take(
                relate,
                statement("a2", "Canada Daily", EDITED)
                        .setQuad(QuadClass.MATERIAL_CONFLICT)
                        .setPublishedAt(START.plusSeconds(60))
                        .build(),
                null);
        assertThat(results.only().getProminent()).isTrue();
    }

    @Test
    void theHeadlineMakesAnActProminentThatTheTextReportsFurtherDown() {
        results.take(
                relate,
                statement("a1", "North Wire", SENTENCE)
                        .setTitle("Steel")
                        .setQuad(QuadClass.MATERIAL_CONFLICT)
                        .setBegin(900)
                        .build(),
                null);
        assertThat(results.only().getProminent()).isFalse();

        String headline = "Vietnam criticises Canada over steel duties";
        results.take(
                relate,
                statement("a1", "North Wire", headline).setTitle(headline).build(),
                null);
        assertThat(results.only().getProminent()).isTrue();
    }

    @Test
    void aHostileHeadlineIsTheArticlesHostileActInOtherWords() {
        String headline = "Hanoi gives Canadian officer three days to go";
        results.take(
                relate,
                statement("a1", "North Wire", headline)
                        .setTitle(headline)
                        .setEvent(EventType.THREATEN)
                        .setTrigger("gives")
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "North Wire", "The ministry announced the expulsion of the attache on Tuesday.")
                        .setTitle(headline)
                        .setEvent(EventType.SANCTION)
                        .setTrigger("expulsion")
                        .setBegin(300)
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.SANCTION);
        assertThat(results.only().getProminent()).isTrue();
    }

    @Test
    void aProtestThatGoesWithAThreatInOneSentenceIsPartOfIt() {
        String sentence = "Vietnam rejected the charges of Canada and vowed a response.";
        results.take(
                relate,
                statement("a1", "North Wire", sentence)
                        .setEvent(EventType.REJECT)
                        .setTrigger("rejected")
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "North Wire", sentence)
                        .setId("threat")
                        .setEvent(EventType.THREATEN)
                        .setTrigger("vowed")
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.THREATEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Relations soured when Vietnam criticised Canada in January., NO_EVENT",
        "Vietnam criticised Canada in February., TAKEN",
        "Vietnam criticised Canada in March over duties., TAKEN"
    })
    void anActOfAnEarlierMonthIsBackground(String sentence, StatementFate fate) {
        Statement statement = statement("a1", "North Wire", sentence)
                .setTriggerBegin(sentence.indexOf("criticised"))
                .build();
        assertThat(results.take(relate, statement, null)).isEqualTo(fate);
    }

    @Test
    void copyIsCountedApartAndAddsNoWeight() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        RelationWindow before = results.daily.firstEntry().getValue();
        results.take(
                relate,
                statement("a2", "Pacific Courier", EDITED)
                        .setPublishedAt(START.plusSeconds(600))
                        .setSentiment(-1)
                        .build(),
                null);

        Event event = results.only();
        assertThat(event.getReports()).isEqualTo(1);
        assertThat(event.getCopies()).isEqualTo(1);
        assertThat(event.getSentiment()).isEqualTo(-0.5);
        assertThat(event.getFamilies()).containsExactly("north wire");
        assertThat(event.getOutlets()).containsExactly("north wire", "pacific courier");
        assertThat(event.getMembers()).extracting(EventReport::getCopy).containsExactly(false, true);
        assertThat(event.getLastReportedAt()).isEqualTo(START.plusSeconds(600));
        RelationWindow after = results.daily.firstEntry().getValue();
        assertThat(after.getBackward()).isEqualTo(before.getBackward());
        assertThat(after.getOutlets()).isEqualTo(2);
    }

    @Test
    void otherWordsOfAnotherFamilyAreAnIndependentReport() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        results.take(
                relate,
                statement("a2", "Harbour Post", OTHER_WORDS)
                        .setSentiment(-0.7)
                        .setPublishedAt(START.plusSeconds(1))
                        .build(),
                null);
        Event event = results.only();
        assertThat(event.getReports()).isEqualTo(2);
        assertThat(event.getFamilies()).containsExactly("harbour post", "north wire");
        assertThat(event.getSentiment()).isCloseTo(-0.6, within(1e-9));
    }

    @Test
    void otherWordsOfTheSameFamilyAreTheSameEventButNoSecondSource() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        results.take(relate, statement("a2", "North Wire", OTHER_WORDS).build(), null);
        assertThat(results.only().getReports()).isEqualTo(1);
        assertThat(results.only().getCopies()).isEqualTo(1);
    }

    @Test
    void followUpOpensNoEventOfItsOwn() {
        results.take(
                relate,
                statement(
                                "a1",
                                "North Wire",
                                "Vietnam expelled two Canadian diplomats on Sunday for buying maps of army bases.")
                        .setEvent(EventType.SANCTION)
                        .setTrigger("expelled")
                        .build(),
                null);
        results.take(
                relate,
                statement(
                                "a2",
                                "Harbour Post",
                                "A day after Vietnam expelled the two Canadians, students held a vigil in Hanoi.")
                        .setEvent(EventType.SANCTION)
                        .setTrigger("expelled")
                        .setPublishedAt(START.plus(Duration.ofHours(30)))
                        .build(),
                null);
        assertThat(results.only().getReports()).isEqualTo(2);
    }

    @Test
    void reasonOfADeedIsNoEventOfItsOwn() {
        String sentence =
                "Vietnam expelled two Canadian diplomats on Sunday, accusing them of buying maps of army bases.";
        results.take(
                relate,
                statement("a1", "North Wire", sentence)
                        .setId("deed")
                        .setEvent(EventType.SANCTION)
                        .setQuad(QuadClass.MATERIAL_CONFLICT)
                        .setTrigger("expelled")
                        .setTriggerBegin(8)
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "North Wire", sentence)
                        .setId("reason")
                        .setTrigger("accusing")
                        .setTriggerBegin(50)
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.SANCTION);
    }

    @Test
    void kindredTypesInMuchTheSameWordsAreOneEvent() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        results.take(
                relate,
                statement("a2", "Harbour Post", OTHER_WORDS)
                        .setEvent(EventType.PROTEST)
                        .setPublishedAt(START.plusSeconds(1))
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.ACCUSE);
        results.take(
                relate,
                statement("a3", "Pacific Courier", OTHER_WORDS)
                        .setEvent(EventType.CONSULT)
                        .setPublishedAt(START.plusSeconds(2))
                        .build(),
                null);
        assertThat(results.events).hasSize(2);
    }

    @Test
    void reportThatAnAgencyIsCreditedWithIsTheAgencys() {
        results.take(relate, statement("a1", "Reuters", SENTENCE).build(), null);
        results.take(
                relate,
                statement("a2", "Harbour Post", OTHER_WORDS)
                        .setCredit("Reuters")
                        .setPublishedAt(START.plusSeconds(1))
                        .build(),
                null);
        assertThat(results.only().getFamilies()).containsExactly("Reuters");
    }

    @Test
    void anotherMatterIsAnotherEvent() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        results.take(relate, statement("a2", "Harbour Post", OTHER_EVENT).build(), null);
        assertThat(results.events).hasSize(2);
        assertThat(results.daily.firstEntry().getValue().getBackward().getEvents())
                .isEqualTo(2);
    }

    @Test
    void windowOfJoiningIsMeasuredFromTheLeader() {
        results.take(relate, statement("a1", "North Wire", SENTENCE).build(), null);
        results.take(
                relate,
                statement("a2", "Pacific Courier", SENTENCE)
                        .setPublishedAt(START.plus(Duration.ofHours(72)))
                        .build(),
                null);
        assertThat(results.events).hasSize(1);
        results.take(
                relate,
                statement("a3", "Harbour Post", SENTENCE)
                        .setPublishedAt(START.plus(Duration.ofHours(72)).plusMillis(1))
                        .build(),
                null);
        assertThat(results.events).hasSize(2);
    }

    @Test
    void lateStatementTakesTheLeadAndTheOldEventIsWithdrawn() {
        results.take(relate, statement("a2", "Pacific Courier", EDITED).build(), null);
        String old = results.only().getId();
        results.take(
                relate,
                statement("a1", "North Wire", SENTENCE)
                        .setPublishedAt(START.minusSeconds(7200))
                        .build(),
                null);
        Event event = results.only();
        assertThat(event.getId()).isNotEqualTo(old);
        assertThat(event.getPublishedAt()).isEqualTo(START.minusSeconds(7200));
        assertThat(event.getCopies()).isEqualTo(1);
        assertThat(results.hourly).containsOnlyKeys("CAN-VNM|2024-03-17T05:00:00Z");
        assertThat(results.hourly
                        .get("CAN-VNM|2024-03-17T05:00:00Z")
                        .getBackward()
                        .getEvents())
                .isEqualTo(1);
    }

    @Test
    void headlineOfAnArticleIsNoSecondEvent() {
        String headline = "Hanoi criticises Canada over wire";
        results.take(
                relate,
                statement("a1", "North Wire", headline).setTitle(headline).build(),
                null);
        results.take(
                relate,
                statement("a1", "North Wire", SENTENCE)
                        .setTitle(headline)
                        .setBegin(40)
                        .build(),
                null);
        assertThat(results.only().getSentence()).isEqualTo(SENTENCE);
        assertThat(results.only().getReports() + results.only().getCopies()).isEqualTo(1);
    }

    @Test
    void headlineThatTellsTheActLikeAnotherArticleJoinsIt() {
        take("a1", "Vietnam bars Canadian judges over jailed reporter", "bars");
        take("a1", "Hanoi on Tuesday barred five magistrates from Canada over the sentence of a blogger.", "barred");
        take("a2", "Vietnamese travel ban for Canadian judges", "ban");
        take("a2", "Seven court officials of Canada can no longer fly to Da Nang, which banned them.", "banned");
        assertThat(results.only().getReports()).isEqualTo(2);
    }

    @Test
    void likeHeadlinesOfActsInTwoPlacesAreTwoEvents() {
        take("a1", "Vietnam bombs Canadian oil depots overnight", "bombs");
        take("a1", "Vietnam set tanks on fire near Regina, where the sky was red for hours.", "set");
        take("a2", "Canadian oil depots bombed by Vietnam overnight", "bombed");
        take("a2", "Vietnamese planes returned for a third raid in Quebec.", "raid");
        assertThat(results.events).hasSize(2);
    }

    /** Takes a sentence in: the first one of an article is its headline. */
    private void take(String article, String sentence, String trigger) {
        String title = titles.computeIfAbsent(article, id -> sentence);
        results.take(
                relate,
                statement(article, article, sentence)
                        .setTitle(title)
                        .setBegin(title.equals(sentence) ? 0 : 60)
                        .setEvent(EventType.SANCTION)
                        .setTrigger(trigger)
                        .build(),
                null);
    }

    @Test
    void protestsOfOneSideInOneArticleAreOneEvent() {
        results.take(
                relate,
                statement("a1", "A", "Vietnam rejected the charges of Canada and urged it to drop the tariffs.")
                        .setEvent(EventType.REJECT)
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "A", "Vietnam rejected the charges of Canada and urged it to drop the tariffs.")
                        .setId("demand")
                        .setEvent(EventType.REQUEST)
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "A", "It summoned the Canadian ambassador.")
                        .setEvent(EventType.PROTEST)
                        .setBegin(90)
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.REJECT);
    }

    @Test
    void visitAtWhichSomethingIsSignedIsNoEventBesideIt() {
        results.take(
                relate,
                statement("a1", "A", "Vietnam and Canada signed a pact on an undersea cable.")
                        .setEvent(EventType.AGREE)
                        .setTrigger("signed")
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "A", "The premier saw the ceremony during a visit to Ottawa.")
                        .setEvent(EventType.CONSULT)
                        .setTrigger("visit")
                        .setBegin(60)
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.AGREE);
    }

    @Test
    void articleThatComesBackToAnActReportsOneEvent() {
        results.take(
                relate, statement("a1", "North Wire", SENTENCE).setBegin(40).build(), null);
        results.take(
                relate,
                statement(
                                "a1",
                                "North Wire",
                                "Canada’s agency set the duties after a complaint from two mills in Ontario.")
                        .setBegin(200)
                        .build(),
                null);
        assertThat(results.only().getSentence()).isEqualTo(SENTENCE);
    }

    @Test
    void articleWithTwoPlacesReportsTwoEvents() {
        results.take(
                relate,
                statement("a1", "A", "Vietnam’s navy shelled a pier near Hue in Canada.")
                        .build(),
                null);
        results.take(
                relate,
                statement("a1", "A", "Vietnam also shelled a depot at Regina in Canada.")
                        .build(),
                null);
        assertThat(results.events).hasSize(2);
    }

    @Test
    void deniedPastAndUncertainStatementsFormNoEvent() {
        assertThat(results.take(
                        relate,
                        statement("a1", "A", SENTENCE).setStatus(Status.DENIED).build(),
                        null))
                .isEqualTo(StatementFate.NO_EVENT);
        assertThat(results.take(
                        relate,
                        statement("a1", "A", SENTENCE).setStatus(Status.PAST).build(),
                        null))
                .isEqualTo(StatementFate.NO_EVENT);
        assertThat(results.take(
                        relate,
                        statement("a1", "A", SENTENCE).setConfidence(0.1).build(),
                        null))
                .isEqualTo(StatementFate.NO_EVENT);
        assertThat(results.published).isZero();
    }

    @Test
    void allegationIsCountedApartAndNeverSevere() {
        results.take(
                relate,
                statement("a1", "A", SENTENCE)
                        .setStatus(Status.REPORTED)
                        .setSevereClass("force")
                        .build(),
                null);
        assertThat(results.only().getStatus()).isEqualTo(Status.REPORTED);
        assertThat(results.only().getSevereClass()).isEmpty();
        RelationWindow day = results.daily.firstEntry().getValue();
        assertThat(day.getBackward().getEvents()).isZero();
        assertThat(day.getBackward().getReported()).isEqualTo(1);
    }

    @Test
    void eventIsAsSureAsItsSurestReportOfTheDay() {
        results.take(
                relate,
                statement("a1", "A", SENTENCE).setStatus(Status.REPORTED).build(),
                null);
        results.take(
                relate,
                statement("a2", "B", OTHER_WORDS)
                        .setPublishedAt(START.plus(Duration.ofHours(9)))
                        .build(),
                null);
        assertThat(results.only().getStatus()).isEqualTo(Status.ASSERTED);
        assertThat(results.only().getReports()).isEqualTo(2);
        assertThat(results.daily.firstEntry().getValue().getBackward().getEvents())
                .isEqualTo(1);
    }

    @Test
    void surerOrGraverReportOfALaterDayLeadsAnEventOfItsOwn() {
        results.take(
                relate,
                statement("a1", "A", SENTENCE).setStatus(Status.REPORTED).build(),
                null);
        Statement.Builder later = statement("a2", "B", OTHER_WORDS).setPublishedAt(START.plus(Duration.ofHours(17)));
        results.take(relate, later.build(), null);
        results.take(
                relate,
                later.setId("a3/graver")
                        .setArticleId("a3")
                        .setOutlet("C")
                        .setPublishedAt(START.plus(Duration.ofHours(42)))
                        .setSevereClass("ties")
                        .build(),
                null);
        assertThat(results.events.values())
                .extracting(Event::getStatus, event -> event.getSevereClass().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple(Status.REPORTED, ""), tuple(Status.ASSERTED, ""), tuple(Status.ASSERTED, "ties"));
    }

    @Test
    void actOfBothSidesIsOneEventAndCountsInBothDirections() {
        String sentence = "Vietnam and Canada signed a pact on steel wire in Hanoi on Sunday.";
        Statement.Builder pact = statement("a1", "A", sentence)
                .setEvent(EventType.AGREE)
                .setQuad(QuadClass.VERBAL_COOPERATION)
                .setSign(1)
                .setTrigger("signed");
        results.take(relate, pact.build(), null);
        assertThat(results.only().getMutual()).isFalse();
        results.take(
                relate, pact.setId("a1/other").setSource("CAN").setTarget("VNM").build(), null);

        assertThat(results.only().getMutual()).isTrue();
        assertThat(results.only().getReports()).isEqualTo(1);
        RelationWindow day = results.daily.firstEntry().getValue();
        assertThat(day.getForward().getVerbalCooperation()).isEqualTo(1);
        assertThat(day.getBackward().getVerbalCooperation()).isEqualTo(1);
        assertThat(day.getStrongest()).hasSize(1);
    }

    @Test
    void accusationThatOnlyPassesOnAnActIsNoEventBesideIt() {
        String sentence = "Canadian jets bombed a steel depot near Haiphong on Sunday, Vietnam's army said.";
        Statement.Builder act = statement("a1", "A", sentence)
                .setSource("CAN")
                .setTarget("VNM")
                .setEvent(EventType.ASSAULT)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setStatus(Status.REPORTED)
                .setTrigger("bombed")
                .setTriggerBegin(14);
        Statement.Builder accusation = statement("a1", "A", sentence)
                .setId("a1/said")
                .setTrigger("bombed")
                .setTriggerBegin(14);
        results.take(relate, accusation.build(), null);
        results.take(relate, act.build(), null);
        assertThat(results.events.values())
                .extracting(Event::getEvent)
                .containsExactlyInAnyOrder(EventType.ASSAULT, EventType.ACCUSE);

        String fact = "Canada's air force bombed a steel depot near Haiphong.";
        results.take(
                relate,
                act.setId("a0/1")
                        .setArticleId("a0")
                        .setOutlet("B")
                        .setSentence(fact)
                        .setStatus(Status.ASSERTED)
                        .setPublishedAt(START.minusSeconds(60))
                        .build(),
                null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.ASSAULT);
        assertThat(results.only().getReports()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vietnam criticised Canada in 1999 over steel wire.|NO_EVENT",
                "Hanoi regularly criticised Canada over steel wire.|NO_EVENT",
                "Vietnam criticised Canada for years, and talks failed.|NO_EVENT",
                "Vietnam criticised Canada from 1998 to 2000 over steel wire.|NO_EVENT",
                "Vietnam criticised Canada in May 2021 over steel wire.|NO_EVENT",
                "Vietnam has criticised Canada since the late 1980s.|NO_EVENT",
                "Vietnam criticised Canada and its 90-km (56-mile) fence for years.|NO_EVENT",
                "Mills in Hue reopened four days after Vietnam criticised Canada.|NO_EVENT",
                "Mills in Hue reopened weeks after a Vietnam under threat criticised Canada.|NO_EVENT",
                "Mills in Hue reopened two days after Vietnam criticised Canada.|TAKEN",
                "Weeks after taking office the premier of Vietnam criticised Canada.|TAKEN",
                "Vietnam criticised Canada in the 1998-2000 style.|TAKEN",
                "Vietnam criticised Canada in 2024 over steel wire.|TAKEN",
                "Vietnam criticised Canada over a tariff imposed in 1999.|TAKEN",
                "Vietnam criticised Canada, which has sold wire for years.|TAKEN"
            })
    void actOfLongAgoFormsNoEvent(String sentence, StatementFate fate) {
        Statement statement = statement("a1", "A", sentence)
                .setTriggerBegin(sentence.indexOf("criticised"))
                .build();
        assertThat(results.take(relate, statement, null)).isEqualTo(fate);
    }

    @Test
    void reasonThatAnArticleGivesForADeedIsPartOfIt() {
        Statement.Builder deed = statement("a1", "A", "Vietnam expelled two Canadian attachés on Sunday.")
                .setEvent(EventType.SANCTION)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setTrigger("expelled")
                .setBegin(90);
        results.take(relate, statement("a1", "A", OTHER_WORDS).build(), null);
        results.take(relate, deed.build(), null);
        assertThat(results.only().getEvent()).isEqualTo(EventType.SANCTION);
    }

    @Test
    void lateBeyondTheGraceChangesNothing() {
        assertThat(results.take(
                        relate,
                        statement("a1", "A", SENTENCE).build(),
                        START.plus(Duration.ofDays(3)).plusMillis(1)))
                .isEqualTo(StatementFate.LATE);
        assertThat(results.take(relate, statement("a1", "A", SENTENCE).build(), START.plus(Duration.ofDays(3))))
                .isEqualTo(StatementFate.TAKEN);
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThatThrownBy(() -> relate.statement(
                        "VNM-CAN", statement("a", "A", SENTENCE).build(), null))
                .isInstanceOf(RefusedStatement.class)
                .hasMessageContaining("CAN-VNM");
        assertThatThrownBy(() -> relate.statement(
                        "CAN-VNM",
                        statement("a", "A", SENTENCE).setSentiment(Double.NaN).build(),
                        null))
                .isInstanceOf(RefusedStatement.class)
                .hasMessageContaining("sentiment");
        assertThatThrownBy(() -> relate.statement(
                        "CAN-VNM-1",
                        statement("a", "A", SENTENCE).setSource("VNM-1").build(),
                        null))
                .isInstanceOf(RefusedStatement.class)
                .hasMessageContaining("'source' is 'VNM-1'");
    }

    @Test
    void eventCarriesWatermarksOfItsStatements() {
        results.take(
                relate,
                statement("a1", "A", SENTENCE)
                        .setWatermark(START.plusSeconds(5))
                        .build(),
                null);
        results.take(
                relate,
                statement("a2", "B", EDITED)
                        .setPublishedAt(START.plusSeconds(9))
                        .setWatermark(START.plusSeconds(60))
                        .build(),
                null);
        assertThat(results.only().getFirstWatermark()).contains(START.plusSeconds(5));
        assertThat(results.only().getWatermark()).contains(START.plusSeconds(60));
    }

    @Test
    void forgetsWhatIsFrozen() {
        MemoryTables tables = new MemoryTables();
        Relate stage = new Relate(RelateSettings.defaults(), tables);
        results.take(stage, statement("a1", "A", SENTENCE).build(), null);
        results.take(
                stage,
                statement("a2", "B", OTHER_EVENT)
                        .setPublishedAt(START.plus(Duration.ofDays(2)))
                        .build(),
                null);
        stage.advance(START.plus(Duration.ofDays(7)), results);
        assertThat(rows(tables)).isEqualTo(List.of(1, 1));
        stage.advance(START.plus(Duration.ofDays(9)), results);
        assertThat(rows(tables)).isEqualTo(List.of(0, 0));
    }

    private static List<Integer> rows(MemoryTables tables) {
        int[] rows = new int[2];
        tables.table(StatementRows.TABLE).scan("", "~", (key, row) -> rows[0]++);
        tables.table(Forgetting.TABLE).scan("", "~", (key, row) -> rows[1]++);
        return List.of(rows[0], rows[1]);
    }

    @Test
    void whatHasChangedOftenIsPublishedOnce() {
        results.takeOnly(relate, statement("a1", "A", SENTENCE).build(), null);
        results.takeOnly(relate, statement("a2", "B", EDITED).build(), null);
        assertThat(results.published).isZero();

        relate.publish(results);
        relate.publish(results);

        assertThat(results.only().getCopies()).isEqualTo(1);
        assertThat(results.published).as("the event, its hour and its day").isEqualTo(3);
    }

    @Test
    void anEventThatComesAndGoesBetweenTwoPublicationsIsNotPublished() {
        results.takeOnly(relate, at("a2", "B", EDITED, 60), null);
        results.takeOnly(relate, at("a1", "A", SENTENCE, 0), null);
        relate.publish(results);

        assertThat(results.published).as("the event, its hour and its day").isEqualTo(3);
        assertThat(results.only().getArticleId()).isEqualTo("a1");
    }

    @Test
    void anEventThatHasBeenPublishedIsWithdrawn() {
        results.take(relate, at("a2", "B", EDITED, 60), null);
        results.takeOnly(relate, at("a1", "A", SENTENCE, 0), null);
        results.takeOnly(relate, at("a0", "C", OTHER_EVENT, 0), null);
        int before = results.published;
        relate.publish(results);

        assertThat(results.events.values().stream().map(Event::getArticleId)).containsExactlyInAnyOrder("a0", "a1");
        assertThat(results.published - before)
                .as("three events, an hour and a day")
                .isEqualTo(5);
    }

    private static Statement at(String article, String outlet, String sentence, int seconds) {
        return statement(article, outlet, sentence)
                .setPublishedAt(START.plusSeconds(seconds))
                .build();
    }

    @Test
    void aWindowThatSaysTheSameIsNotPublishedAgain() {
        results.take(relate, statement("a1", "A", SENTENCE).build(), null);
        results.take(relate, statement("a2", "B", OTHER_EVENT).build(), null);
        RelationWindow day = results.daily.firstEntry().getValue();
        int before = results.published;

        results.take(relate, statement("a3", "B", EDITED).build(), null);

        assertThat(results.events.values().stream().map(Event::getCopies)).contains(1);
        assertThat(results.daily.firstEntry().getValue()).isEqualTo(day);
        assertThat(results.published - before).as("the event alone").isEqualTo(1);
    }

    /** It had forgotten, by the hour, the first event of the day: what that contributed is all that is left of it. */
    @Test
    void goesOnFromTheStateOfAnEarlierRelease() {
        MemoryTables tables = new MemoryTables();
        Statement known = statement("a1", "A", SENTENCE).build();
        tables.table(StatementRows.RELEASED)
                .put("CAN-VNM|VNM|ACCUSE|told|" + Padded.time(START.toEpochMilli()) + "|" + known.getId(), known);
        long forgotten = START.minus(Duration.ofHours(2)).toEpochMilli();
        for (long time : new long[] {forgotten, START.toEpochMilli()}) {
            tables.table(ReleasedContributions.TABLE)
                    .put(
                            "CAN-VNM|" + Padded.time(time) + "|"
                                    + (time == forgotten ? "old" : Events.id(known.getId())),
                            new Contribution(false, false, "VERBAL_CONFLICT", -500_000L, -2_000_000L, List.of("a")));
        }
        tables.table(Forgetting.TABLE).put("windows|00475199|CAN-VNM", new Due("CAN-VNM"));
        tables.table(Forgetting.TABLE)
                .put("statements|00475183|CAN-VNM|VNM|ACCUSE|told", new Due("CAN-VNM|VNM|ACCUSE|told"));

        Relate upgraded = new Relate(RelateSettings.defaults(), tables);
        results.take(upgraded, statement("a2", "B", EDITED).build(), null);
        assertThat(results.only().getCopies()).isEqualTo(1);
        assertThat(results.daily.firstEntry().getValue().getBackward().getVerbalConflict())
                .isEqualTo(2);

        upgraded.advance(Instant.parse("2024-03-23T23:59:00Z"), results);
        assertThat(rows(tables)).isEqualTo(List.of(2, 2));
        upgraded.advance(Instant.parse("2024-03-24T00:00:00Z"), results);
        assertThat(rows(tables)).isEqualTo(List.of(0, 0));
        tables.table(ReleasedContributions.TABLE).scan("", "~", (key, row) -> assertThat(key)
                .as("a row that is left")
                .isNull());
    }

    @Test
    void quadClassesOfOneDirectionAreCountedApart() {
        results.take(relate, statement("a1", "A", SENTENCE).build(), null);
        results.take(
                relate,
                statement("a2", "B", OTHER_EVENT)
                        .setQuad(QuadClass.MATERIAL_CONFLICT)
                        .setIntensity(-7)
                        .build(),
                null);
        RelationWindow day = results.daily.firstEntry().getValue();
        assertThat(day.getBackward().getMaterialConflict()).isEqualTo(1);
        assertThat(day.getBackward().getConflict()).isEqualTo(9_000_000);
        assertThat(day.getBackward().getIntensitySquares()).isEqualTo(53_000_000);
        assertThat(day.getStrongest()).hasSize(2);
    }
}
