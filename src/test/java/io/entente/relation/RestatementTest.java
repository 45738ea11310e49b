package io.entente.relation;

import static io.entente.relation.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.store.MemoryTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of one article is one event, and which events stand out in it. */
class RestatementTest {
    private final Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
    private final Results results = new Results();

    private static Statement.Builder told(String sentence, String trigger, EventType type) {
        int at = sentence.indexOf(trigger);
        return statement("a1", "North Wire", sentence)
                .setId(type + sentence)
                .setEvent(type)
                .setTrigger(trigger)
                .setTriggerBegin(at)
                .setTriggerEnd(at + trigger.length());
    }

    private void take(Statement.Builder statement) {
        results.take(relate, statement.build(), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Canada withdrew its envoy after a minister of Vietnam called its premier a thief.|called|false",
                "Canada recalled its envoy after its agents found that Vietnam had long planned two attacks.|planned|false",
                "Following talks in Hue, Vietnam criticised Canada over steel.|criticised|true",
                "Vietnam criticised Canada after steel duties rose.|criticised|true"
            })
    void whatTheFirstSentenceGivesAsTheReasonOfAnotherActIsNotProminent(
            String sentence, String trigger, boolean prominent) {
        take(told(sentence, trigger, EventType.ACCUSE).setQuad(QuadClass.MATERIAL_CONFLICT));
        assertThat(results.only().getProminent()).isEqualTo(prominent);
    }

    @Test
    void aHeadlineThatReportsADeedIsNoPartOfMereWords() {
        String headline = "Two Canadian sailors die in clash with Vietnam";
        take(told(headline, "clash", EventType.ASSAULT)
                .setTitle(headline)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setSevereClass("force"));
        take(told("Vietnam gave Canada a last warning.", "warning", EventType.THREATEN)
                .setTitle(headline)
                .setBegin(90));
        assertThat(results.events.values())
                .extracting(Event::getEvent)
                .containsExactlyInAnyOrder(EventType.ASSAULT, EventType.THREATEN);
    }

    @Test
    void whatASideSaysNeutrallyBesideWhatItDoesIsPartOfIt() {
        take(told("Canada will be subject to a duty of 40 percent, Vietnam said.", "subject", EventType.STATEMENT)
                .setSign(0));
        take(told("Vietnam put Canada on its list.", "put", EventType.SANCTION).setBegin(400));
        assertThat(results.only().getEvent()).isEqualTo(EventType.SANCTION);
        assertThat(results.only().getProminent()).isTrue();
    }

    @Test
    void whatTheOtherSideAllegesIsNoPartOfAProtest() {
        String headline = "Canada shells Hue, Vietnam says";
        take(told(headline, "shells", EventType.ACCUSE)
                .setTitle(headline)
                .setSign(-1)
                .setQuad(QuadClass.VERBAL_CONFLICT));
        take(told("Canada said that boats of Vietnam had entered its waters.", "entered", EventType.MOBILIZE)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setStatus(Status.REPORTED)
                .setBegin(400));
        assertThat(results.events.values())
                .extracting(Event::getEvent, Event::getProminent)
                .containsExactlyInAnyOrder(tuple(EventType.ACCUSE, true), tuple(EventType.MOBILIZE, false));
    }

    @Test
    void whatOneSideWillDoUnderAnAgreementIsPartOfIt() {
        take(told("Vietnam and Canada agreed to end their quarrel.", "agreed", EventType.AGREE));
        take(told("Hanoi will also lift its ban on Canadian wheat on Monday.", "lift", EventType.RETREAT)
                .setStatus(Status.INTENDED)
                .setSevereClass("ties")
                .setBegin(90));
        assertThat(results.only().getEvent()).isEqualTo(EventType.AGREE);
    }

    @Test
    void whatAHeadlineSaysThatOneSideGetsByAnAgreementIsPartOfIt() {
        String headline = "Vietnam turns to Canada for power";
        take(told(headline, "turns", EventType.REQUEST)
                .setTitle(headline)
                .setQuad(QuadClass.VERBAL_COOPERATION)
                .setSign(1));
        take(told("Canada signed an agreement with Vietnam.", "signed", EventType.AGREE)
                .setSource("CAN")
                .setTarget("VNM")
                .setTitle(headline)
                .setBegin(50));
        assertThat(results.only().getEvent()).isEqualTo(EventType.AGREE);
    }

    @Test
    void aDeedAfterAnAgreementIsNoPartOfIt() {
        String sentence = "Vietnam freed two pilots of Canada, a day after they reached an agreement.";
        take(told(sentence, "freed", EventType.RETREAT).setQuad(QuadClass.MATERIAL_COOPERATION));
        take(told(sentence, "reached", EventType.AGREE));
        assertThat(results.events).hasSize(2);
    }

    @Test
    void theDemandThatGoesWithADeedInOneSentenceIsPartOfIt() {
        String sentence = "Vietnam expelled two envoys of Canada and demanded an apology.";
        take(told(sentence, "expelled", EventType.SANCTION).setQuad(QuadClass.MATERIAL_CONFLICT));
        take(told(sentence, "demanded", EventType.REQUEST).setQuad(QuadClass.VERBAL_CONFLICT));
        assertThat(results.only().getEvent()).isEqualTo(EventType.SANCTION);
    }

    @Test
    void theAnswerThatASentenceAddsToADeedIsNotProminent() {
        String sentence = "Canada expelled two envoys of Vietnam, a step that Hanoi called robbery.";
        take(told(sentence, "expelled", EventType.SANCTION)
                .setSource("CAN")
                .setTarget("VNM")
                .setQuad(QuadClass.MATERIAL_CONFLICT));
        take(told(sentence, "called", EventType.ACCUSE));
        assertThat(results.events.values())
                .extracting(Event::getEvent, Event::getProminent)
                .containsExactlyInAnyOrder(tuple(EventType.SANCTION, true), tuple(EventType.ACCUSE, false));
    }

    @Test
    void theAnswerWithWhichASentenceBeginsIsProminent() {
        String sentence = "Vietnam condemned the expulsion of two envoys by Canada.";
        take(told(sentence, "expulsion", EventType.SANCTION)
                .setSource("CAN")
                .setTarget("VNM")
                .setQuad(QuadClass.MATERIAL_CONFLICT));
        take(told(sentence, "condemned", EventType.ACCUSE));
        assertThat(results.events).hasSize(2);
    }

    @Test
    void aStateThatLastsIsNoEvent() {
        take(told("Two envoys of Canada remain in custody in Vietnam.", "remain", EventType.COERCE)
                .setQuad(QuadClass.MATERIAL_CONFLICT));
        assertThat(results.events).isEmpty();
    }

    @Test
    void gleeIsNoNeutralRemark() {
        take(told("Vietnam hailed the collapse of the talks of Canada.", "hailed", EventType.STATEMENT));
        take(told("Vietnam put Canada on its list.", "put", EventType.SANCTION)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setBegin(400));
        assertThat(results.events).hasSize(2);
    }

    @Test
    void anAppealThatGoesWithPraiseInOneSentenceIsPartOfIt() {
        String sentence = "Vietnam welcomed the talks of Canada and urged it to show restraint.";
        take(told(sentence, "urged", EventType.REQUEST).setSign(0));
        take(told(sentence, "welcomed", EventType.SUPPORT).setSign(1));
        assertThat(results.only().getEvent()).isEqualTo(EventType.SUPPORT);
    }
}
