package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ArticleCoderTest {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    private static EnrichedArticle code(String body) {
        return CODER.code(Article.newBuilder()
                .setBody(body)
                .setPublishedAt(Instant.parse("2024-05-06T00:00:00Z"))
                .build());
    }

    private static List<String> coded(String body) {
        return code(body).getStatements().stream()
                .map(s -> s.getSource() + ">" + s.getTarget() + " " + s.getEvent()
                        + (s.getStatus() == Status.ASSERTED
                                ? ""
                                : " " + s.getStatus().name().toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    @Test
    void conjoinedVerbsShareTheirSubject() {
        assertThat(coded("Chile recalled its ambassador to Bolivia, closed a crossing and accused La Paz of cheating."))
                .contains("CHL>BOL SANCTION", "CHL>BOL ACCUSE");
    }

    @Test
    void relativeClausesDoNotHideTheSubject() {
        assertThat(coded("Kenya, whose envoy had left in March, condemned Uganda."))
                .contains("KEN>UGA ACCUSE");
    }

    @Test
    void passivesTurnTheRolesAround() {
        assertThat(coded("Two Danish ships were seized by the Iranian navy.")).containsExactly("IRN>DNK COERCE");
    }

    @Test
    void theVictimsWordIsAReproachAndAReport() {
        assertThat(coded("Kyiv said Russian forces had shelled a school."))
                .containsExactly("RUS>UKR ASSAULT reported", "UKR>RUS ACCUSE");
    }

    @Test
    void liftingTurnsTheSign() {
        assertThat(coded("Canada lifted sanctions on Cuba.")).containsExactly("CAN>CUB RETREAT");
        assertThat(coded("Canada cut ties with Cuba.")).contains("CAN>CUB SANCTION");
    }

    @Test
    void requestsAreNotTheActsTheyAskFor() {
        assertThat(coded("France urged Turkey to stop attacking Syria.")).containsExactly("FRA>TUR REQUEST");
    }

    @Test
    void aVerbBehindAFreeRelativeGoesOnWithTheMainClause() {
        assertThat(
                        coded(
                                "Chile condemned what it called a reckless raid by Bolivia and demanded an apology from La Paz."))
                .contains("CHL>BOL REQUEST");
    }

    @Test
    void helpWithoutAReceiverIsNoCooperation() {
        assertThat(coded("Chile and Bolivia helped to guarantee the peace.")).isEmpty();
    }

    @Test
    void anArticleInAnotherLanguageGetsMentionsOnly() {
        EnrichedArticle article =
                code("Der Außenminister sagte, Moskau und die Ukraine hätten nicht über den Krieg gesprochen.");
        assertThat(article.getLanguage()).isEqualTo("de");
        assertThat(article.getStatements()).isEmpty();
        assertThat(article.getTone()).isEmpty();
    }

    @Test
    void eachOthersPositionsAreTheOtherSides() {
        assertThat(coded(
                        "Peruvian and Ecuadorian forces shelled each other’s positions on Monday, hours after the United"
                                + " Nations secretary-general appealed to both countries for a truce."))
                .containsExactly("ECU>PER ASSAULT", "PER>ECU ASSAULT", "UNO>ECU REQUEST", "UNO>PER REQUEST");
    }

    @Test
    void rocketsFiredAtAHospitalAreAnAssault() {
        assertThat(coded("Lima charged Ecuador with firing rockets at a hospital in Tumbes."))
                .containsExactly("ECU>PER ASSAULT reported", "PER>ECU ACCUSE");
    }

    @Test
    void aFriendlyMatchIsNoWar() {
        assertThat(coded("Peru struck twice in the second half to sink Ecuador 2-0 in a friendly on Thursday."))
                .isEmpty();
    }

    @Test
    void whatLeadersAgreeThatTheyMustRejectTheyReject() {
        assertThat(coded("Peru and Chile must stand firm to reject Western interference and defend their interests,"
                        + " Presidents Dina Boluarte and Gabriel Boric agreed in a call."))
                .containsExactly("CHL>PER AGREE", "CHL>WEST REJECT", "PER>CHL AGREE", "PER>WEST REJECT");
    }

    @Test
    void supportAtATimeOfTensionWithOthersIsNotTheirs() {
        assertThat(coded("The call showed how Peru and Chile are supporting each other at a time of high tension in"
                        + " their relations with the West."))
                .containsExactly("CHL>PER SUPPORT", "PER>CHL SUPPORT");
    }

    @Test
    void theToneOfAnAttackIsHostile() {
        assertThat(
                        tone(
                                "A missile attack on the port killed four dock workers and wounded ten. Important grain stores burned."))
                .isLessThan(-0.2);
        assertThat(tone("Missiles were fired at the port in the strongest attack so far; dozens were wounded."))
                .isLessThan(-0.2);
        assertThat(tone("Peru and Chile praised their talks and signed an agreement."))
                .isGreaterThan(0.1);
    }

    private static double tone(String body) {
        return code(body).getTone().orElseThrow();
    }

    @Test
    void invitedTroopsDoNotFightTheirHost() {
        assertThat(codedOn("2005-03-01T00:00:00Z", "U.S. planes hit insurgents near Mosul, Iraq."))
                .isEmpty();
        assertThat(codedOn("2003-04-01T00:00:00Z", "U.S. planes hit troops near Mosul, Iraq."))
                .contains("USA>IRQ ASSAULT");
        assertThat(codedOn("2005-03-01T00:00:00Z", "U.S. soldiers killed two Iraqis in Mosul."))
                .contains("USA>IRQ ASSAULT");
    }

    private static List<String> codedOn(String instant, String body) {
        return CODER
                .code(Article.newBuilder()
                        .setBody(body)
                        .setPublishedAt(Instant.parse(instant))
                        .build())
                .getStatements()
                .stream()
                .map(s -> s.getSource() + ">" + s.getTarget() + " " + s.getEvent())
                .toList();
    }
}
