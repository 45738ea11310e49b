package io.entente.relation;

import static io.entente.relation.Sample.START;
import static io.entente.relation.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.store.MemoryTables;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What of two articles is one event. */
class SameActTest {
    private static final String BAN =
            "Canada banned imports of Vietnamese steel wire on Sunday, saying mills in Hue were subsidised.";
    private static final String BAN_TOO =
            "Steel wire from Vietnam may no longer be imported under a Canadian ban that took effect on Sunday.";
    private static final String OTHER_BAN =
            "Canada barred two Vietnamese generals from entering over the arrest of a blogger.";

    private final Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
    private final Results results = new Results();

    private void take(Statement.Builder statement) {
        results.take(relate, statement.build(), null);
    }

    private static Statement.Builder ban(String article, String sentence) {
        String trigger = sentence.contains("banned") ? "banned" : sentence.contains("barred") ? "barred" : "ban";
        return statement(article, article, sentence)
                .setSource("CAN")
                .setSourceText("Canada")
                .setTarget("VNM")
                .setTargetText("Vietnam")
                .setEvent(EventType.SANCTION)
                .setQuad(QuadClass.MATERIAL_CONFLICT)
                .setTrigger(trigger);
    }

    private void rejected(Statement.Builder act) {
        answered(act, "Hanoi rejected the step as a theatrical gesture.", EventType.REJECT);
    }

    private void calledRobbery(Statement.Builder act) {
        answered(act, "Vietnam called it robbery in broad daylight.", EventType.ACCUSE);
    }

    /** An article that reports an act and the answer to it. */
    private void answered(Statement.Builder act, String sentence, EventType type) {
        take(act);
        take(statement(act.getArticleId(), act.getArticleId(), sentence)
                .setEvent(type)
                .setTrigger(sentence.split(" ")[1])
                .setBegin(50)
                .setPublishedAt(act.getPublishedAt()));
    }

    @Test
    void theCapitalsOfBothSidesAreTheirGovernmentsNotPlaces() {
        take(statement(
                        "a1",
                        "A",
                        "Canada closed its airspace to flights of Vietnam, the ministry in Ottawa said, citing drones.")
                .setEvent(EventType.SANCTION)
                .setSource("CAN")
                .setTarget("VNM")
                .setTrigger("closed"));
        take(statement(
                        "a2",
                        "B",
                        "Ottawa has shut its airspace to Vietnamese aircraft after accusing the army in Hanoi of sending drones.")
                .setEvent(EventType.SANCTION)
                .setSource("CAN")
                .setSourceText("Ottawa")
                .setTarget("VNM")
                .setTargetText("Vietnamese")
                .setTrigger("shut"));
        assertThat(results.only().getReports()).isEqualTo(2);
    }

    @Test
    void whatLooksBackToAnActOfAnEarlierDayMakesItNoGraver() {
        take(ban("a1", BAN));
        take(ban("a2", "Mills in Hue stood still on Monday, a day after Canada banned imports of their steel wire.")
                .setSevereClass("ties")
                .setPublishedAt(START.plus(Duration.ofDays(1))));
        assertThat(results.only().getReports()).isEqualTo(2);
        assertThat(results.only().getSevereClass()).isEmpty();
    }

    /** An article that opens with a threat and mentions further down what the other side has done. */
    private void mentioned(String article, String lead) {
        take(statement(article, article, lead).setEvent(EventType.THREATEN).setTrigger("vowed"));
        take(ban(article, "Canada said it had only closed a door on Sunday.")
                .setTrigger("closed")
                .setBegin(700));
    }

    @Test
    void theOpeningOfAnArticleSaysWhatTheDeedIsAboutThatItMentionsFurtherDown() {
        take(ban("a1", BAN));
        mentioned("a2", "Vietnam vowed revenge for a ban on imports of steel wire from Hue.");
        assertThat(results.events.values())
                .extracting(Event::getEvent)
                .containsExactlyInAnyOrder(EventType.SANCTION, EventType.THREATEN);
    }

    @Test
    void anotherOpeningIsAboutAnotherDeed() {
        take(ban("a1", BAN));
        mentioned("a2", "Vietnam vowed revenge for the arrest of two film directors.");
        assertThat(results.events).hasSize(3);
    }

    @Test
    void answersOfOneSideToOneActAreOneEvent() {
        rejected(ban("a1", BAN));
        calledRobbery(ban("a2", BAN_TOO));
        assertThat(results.events).hasSize(2);
        assertThat(results.events.values())
                .allSatisfy(event -> assertThat(event.getReports()).isEqualTo(2));
    }

    @Test
    void answersToTwoActsAreTwoEvents() {
        rejected(ban("a1", BAN));
        calledRobbery(ban("a2", OTHER_BAN));
        assertThat(results.events).hasSize(4);
    }

    @Test
    void anAnswerOfAnotherDayIsAnotherOne() {
        rejected(ban("a1", BAN));
        calledRobbery(ban("a2", BAN_TOO).setPublishedAt(START.plusSeconds(90_000)));
        assertThat(results.events).hasSize(3);
    }

    @Test
    void whatIsSaidBeforeTheActIsNoAnswerToIt() {
        rejected(ban("a1", BAN).setBegin(900));
        calledRobbery(ban("a2", BAN_TOO).setBegin(900));
        assertThat(results.events).hasSize(3);
    }
}
