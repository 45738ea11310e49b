package io.entente.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.day.PairName;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.EventType;
import io.entente.avro.Severity;
import io.entente.avro.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Alert alert(
            String source, EventType type, String target, int day, AlertKind kind, String article, String sentence) {
        Instant at = Instant.parse(DAY.plusDays(day) + "T00:00:00Z");
        String pair = source.compareTo(target) < 0 ? source + '-' + target : target + '-' + source;
        boolean hostile = kind == AlertKind.SEVERE_EVENT || kind == AlertKind.TENSION_SURGE;
        return Alert.newBuilder()
                .setId(pair + kind + source + day)
                .setVersion(1)
                .setEpisodeId(pair + day)
                .setPair(pair)
                .setKind(kind)
                .setSeverity(Severity.WARNING)
                .setState(AlertState.OPEN)
                .setProvisional(false)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setWindowStart(at)
                .setWindowDays(1)
                .setFamilies(List.of())
                .setEvidence(List.of(AlertEvidence.newBuilder()
                        .setEventId("e" + pair + day)
                        .setArticleId(article)
                        .setPublishedAt(at)
                        .setSource(source)
                        .setTarget(target)
                        .setEvent(type)
                        .setStatus(Status.ASSERTED)
                        .setSentiment(hostile ? -0.9 : 0.5)
                        .setIntensity(hostile ? -9 : 4)
                        .setSentence(sentence)
                        .setTrigger("x")
                        .setFamilies(List.of())
                        .setReports(1)
                        .setCopies(0)
                        .build()))
                .setThresholds(List.of())
                .setMessage("")
                .build();
    }

    private static Alert strike(String source, String target, int day, String sentence) {
        return alert(source, EventType.ASSAULT, target, day, AlertKind.SEVERE_EVENT, "a-" + target + day, sentence);
    }

    @Test
    void oneAgainstManyOnOneDayIsOneStory() {
        List<Episode> episodes = Episodes.of(List.of(
                strike("IRN", "KWT", 0, "Missiles hit a port in Kuwait."),
                strike("IRN", "QAT", 0, "Missiles kill at least 12 in Qatar."),
                strike("IRN", "SAU", 1, "Missiles hit a refinery in Saudi Arabia."),
                strike("RUS", "UKR", 0, "Drones hit Kharkiv."),
                strike("IRN", "BHR", 6, "Missiles hit Bahrain again.")));
        assertThat(episodes).hasSize(3);
        assertThat(episodes.get(0).alerts()).hasSize(3);
        assertThat(episodes.get(0).title())
                .isEqualTo(
                        "Iran against Kuwait, Qatar and Saudi Arabia: use of force on 1 March 2026, 12 killed by that report");
    }

    @Test
    void manyAgainstOneIsOneStory() {
        List<Alert> alerts = new ArrayList<>();
        for (String source : List.of("BHR", "EGY", "SAU")) {
            alerts.add(alert(
                    source, EventType.SANCTION, "QAT", 0, AlertKind.SEVERE_EVENT, "a-" + source, "They cut ties."));
        }
        alerts.add(alert(
                "BHR", EventType.SANCTION, "IRN", 0, AlertKind.SEVERE_EVENT, "other", "Bahrain expels an envoy."));
        List<Episode> episodes = Episodes.of(alerts);
        assertThat(episodes).extracting(episode -> episode.alerts().size()).containsExactlyInAnyOrder(3, 1);
    }

    @Test
    void oneArticleBehindSeveralPairsIsOneStory() {
        List<Episode> episodes = Episodes.of(List.of(
                alert("ARM", EventType.AGREE, "MKD", 0, AlertKind.BREAKTHROUGH, "a", "They establish relations."),
                alert("TUN", EventType.AGREE, "MKD", 0, AlertKind.BREAKTHROUGH, "a", "They establish relations.")));
        assertThat(episodes).singleElement().satisfies(episode -> assertThat(episode.title())
                .isEqualTo("Armenia, North Macedonia and Tunisia: ties restored or established on 1 March 2026"));
    }

    @Test
    void aCrisisAndAThawAreTwoStories() {
        assertThat(Episodes.of(List.of(
                        strike("IRN", "KWT", 0, "Missiles hit a port."),
                        alert(
                                "IRN",
                                EventType.AGREE,
                                "OMN",
                                0,
                                AlertKind.BREAKTHROUGH,
                                "b",
                                "They sign a peace treaty."))))
                .hasSize(2);
    }

    @Test
    void anEpisodeOfTheFeedSaysWhichWayItChanged() {
        Alert alert = Alert.newBuilder(strike("IRN", "KWT", 0, ""))
                .setPair(PairName.FEED)
                .setKind(AlertKind.FEED_DROP)
                .setEvidence(List.of())
                .build();
        assertThat(Episodes.of(List.of(alert)))
                .extracting(Episode::title)
                .containsExactly("Fewer articles than usual in the whole feed");
    }

    @Test
    void theOrderOfTheAlertsDoesNotMatter() {
        List<Alert> alerts = new ArrayList<>();
        String[] actors = {"IRN", "KWT", "QAT", "SAU", "USA", "RUS"};
        Random random = new Random(7);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            int source = random.nextInt(actors.length);
            int target = (source + 1 + random.nextInt(actors.length - 1)) % actors.length;
            Alert alert = strike(
                    actors[source], actors[target], random.nextInt(12), "A strike killed " + (2 + i) + " people.");
            if (ids.add(alert.getId())) {
                alerts.add(alert);
            }
        }
        List<Episode> episodes = Episodes.of(alerts);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(alerts, random);
            assertThat(Episodes.of(alerts)).isEqualTo(episodes);
        }
        assertThat(episodes.size()).isLessThan(alerts.size());
    }
}
