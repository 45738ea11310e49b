package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Article;
import io.entente.avro.Severity;
import io.entente.avro.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample feed through the coder, RELATE and ALERT: what it must raise, and what it must not. */
class FeedDevTest {
    private static final Instant END = Instant.parse("2024-04-20T00:00:00Z");
    private static List<Article> articles;
    private static Map<String, List<Statement>> coded;
    private static Chain chain;

    @BeforeAll
    static void run() {
        articles = Chain.sampleFeed();
        coded = Chain.code(articles);
        chain = Chain.run(coded, articles, END);
    }

    private static List<Alert> of(String pair) {
        return chain.all.stream().filter(alert -> alert.getPair().equals(pair)).toList();
    }

    private static Instant firstAt(List<Alert> alerts, Severity severity) {
        return alerts.stream()
                .filter(alert -> alert.getSeverity() == severity)
                .map(Alert::getUpdatedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void crisisEscalatesFromWarningToCritical() {
        List<Alert> crisis = of("ECU-PER");
        assertThat(crisis.get(0).getUpdatedAt()).isBetween("2024-03-25T00:00:00Z", "2024-03-28T00:00:00Z");
        assertThat(firstAt(crisis, Severity.WARNING))
                .isBetween(Instant.parse("2024-03-25T00:00:00Z"), Instant.parse("2024-03-29T00:00:00Z"));
        assertThat(firstAt(crisis, Severity.CRITICAL))
                .isBetween(Instant.parse("2024-03-29T00:00:00Z"), Instant.parse("2024-04-04T00:00:00Z"));
        assertThat(crisis).extracting(Alert::getKind).containsOnly(AlertKind.TENSION_SURGE, AlertKind.SEVERE_EVENT);
        assertThat(crisis)
                .extracting(Alert::getEpisodeId)
                .containsOnly(crisis.get(0).getEpisodeId());
        assertThat(crisis)
                .filteredOn(alert -> alert.getState() == AlertState.RESOLVED)
                .extracting(alert -> alert.getResolvedAt().orElseThrow())
                .allMatch(at -> at.isAfter(Instant.parse("2024-04-09T00:00:00Z")));
    }

    @Test
    void noOtherPairRaisesAnything() {
        assertThat(chain.all.stream().map(Alert::getPair).distinct())
                .containsExactlyInAnyOrder("ECU-PER", "DZA-MAR", "EST-NAM");
    }

    @Test
    void enemiesThaw() {
        assertThat(of("DZA-MAR")).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getKind()).isIn(AlertKind.THAW, AlertKind.BREAKTHROUGH);
            assertThat(alert.getOpenedAt()).isBetween("2024-03-20T00:00:00Z", "2024-03-28T00:00:00Z");
        });
        assertThat(of("DZA-MAR")).extracting(Alert::getKind).contains(AlertKind.THAW, AlertKind.BREAKTHROUGH);
    }

    @Test
    void thawIsALowLevelNoteAndUsualHostilityNone() {
        assertThat(of("DZA-MAR")).extracting(Alert::getSeverity).containsOnly(Severity.INFO);
    }

    @Test
    void firstContactIsNotedOnce() {
        List<Alert> contact = of("EST-NAM");
        assertThat(contact).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.FIRST_CONTACT);
            assertThat(alert.getOpenedAt()).isEqualTo("2024-03-30T00:00:00Z");
            assertThat(alert.getSeverity()).isNotEqualTo(Severity.CRITICAL);
        });
        assertThat(contact).extracting(Alert::getId).containsOnly(contact.get(0).getId());
    }

    @Test
    void routineCopiesAndTheFeedItselfRaiseNothing() {
        assertThat(of("IDN-JPN")).isEmpty();
        assertThat(of("CAN-VNM")).isEmpty();
        assertThat(of("*")).isEmpty();
    }

    @Test
    void nothingIsWithdrawn() {
        assertThat(chain.all).extracting(Alert::getState).doesNotContain(AlertState.WITHDRAWN);
    }

    @Test
    void everyArticleThriceGivesTheSame() {
        List<Article> thrice = new ArrayList<>();
        articles.forEach(article -> thrice.addAll(List.of(article, article, article)));
        Chain other = Chain.run(coded, thrice, END);
        assertThat(other.all).isEqualTo(chain.all);
    }

    @Test
    void permutationsWithinTheGraceGiveTheSameFinalAlerts() {
        for (int seed = 0; seed < 100; seed++) {
            Chain other = Chain.run(coded, Gossip.shuffled(articles, new Random(seed)), END);
            assertThat(other.last).as("seed %d", seed).isEqualTo(chain.last);
        }
    }
}
