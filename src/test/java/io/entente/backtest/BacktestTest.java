package io.entente.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Severity;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 20);
    private static final KnownEpisode CRISIS =
            new KnownEpisode("ECU-PER", DAY, KnownEpisode.Kind.CRISIS, "bridge shelled");
    private static final KnownEpisode THAW = new KnownEpisode("BOL-CHL", DAY, KnownEpisode.Kind.THAW, "sea treaty");

    private final Backtest backtest = new Backtest(FindingRule.of(Severity.WARNING), List.of(THAW, CRISIS));

    @TempDir
    private Path folder;

    BacktestTest() {
        article(0);
        article(400);
    }

    private static Instant time(int daysAfter) {
        return Instant.parse("2024-01-01T08:00:00Z").plusSeconds(86_400L * daysAfter);
    }

    private static int offset(int daysAfterEpisode) {
        return DAY.getDayOfYear() - 1 + daysAfterEpisode;
    }

    private void article(int day) {
        backtest.article(EnrichedArticle.newBuilder()
                .setId("a" + day)
                .setBody("Nothing of note.")
                .setLanguage("en")
                .setPublishedAt(time(day))
                .setMentions(List.of())
                .setStatements(List.of())
                .build());
    }

    private void say(int day, String source, String target, String sentence) {
        backtest.statement(Statement.newBuilder()
                .setId("s" + day + source)
                .setArticleId("a" + day)
                .setPublishedAt(time(day))
                .setSource(source)
                .setTarget(target)
                .setEvent(EventType.ACCUSE)
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.4)
                .setIntensity(-2)
                .setStatus(Status.ASSERTED)
                .setSentence(sentence)
                .setBegin(0)
                .setEnd(1)
                .setTrigger("accused")
                .setRule("verb")
                .setConfidence(0.9)
                .build());
    }

    private void raise(String id, String pair, AlertKind kind, Severity severity, int day, AlertState state) {
        Instant at = time(day);
        backtest.alert(
                pair + '|' + id,
                Alert.newBuilder()
                        .setId(id)
                        .setVersion(1)
                        .setEpisodeId("e" + id)
                        .setPair(pair)
                        .setKind(kind)
                        .setSeverity(severity)
                        .setState(state)
                        .setProvisional(false)
                        .setOpenedAt(at)
                        .setUpdatedAt(at)
                        .setWindowStart(at)
                        .setWindowDays(1)
                        .setFamilies(List.of())
                        .setEvidence(List.of())
                        .setThresholds(List.of())
                        .setMessage("Message of " + id + ".</script>")
                        .build());
    }

    private void raise(String id, String pair, AlertKind kind, Severity severity, int day) {
        raise(id, pair, kind, severity, day, AlertState.OPEN);
    }

    private Verdict verdict(KnownEpisode episode) {
        return backtest.result(0, 1).verdicts().stream()
                .filter(verdict -> verdict.episode().equals(episode))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsACrisisByTheNearestAlertOfItsPair() {
        raise("early", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(-9));
        raise("near", "ECU-PER", AlertKind.TENSION_SURGE, Severity.WARNING, offset(1));
        raise("other", "BOL-CHL", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(0));
        Verdict verdict = verdict(CRISIS);
        assertThat(verdict.found()).isNotNull().extracting(ShownAlert::id).isEqualTo("near");
        assertThat(verdict.delay()).isEqualTo(1);
        assertThat(verdict.miss()).isNull();
    }

    @Test
    void windowEndsTenDaysAfterACrisisAndSixtyAfterAThaw() {
        raise("late", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.WARNING, offset(11));
        raise("thaw", "BOL-CHL", AlertKind.THAW, Severity.INFO, offset(60));
        assertThat(verdict(CRISIS).found()).isNull();
        assertThat(verdict(THAW).delay()).isEqualTo(60);
    }

    @Test
    void withdrawnAlertsFindNothing() {
        raise("gone", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(0));
        raise("gone", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(0), AlertState.WITHDRAWN);
        BacktestResult result = backtest.result(10, 1);
        assertThat(result.alerts()).isEmpty();
        assertThat(result.found(KnownEpisode.Kind.CRISIS)).isZero();
    }

    @Test
    void saysWhyACrisisWasMissed() {
        assertThat(verdict(CRISIS).miss()).isEqualTo(Verdict.Miss.NO_STATEMENT);
        say(offset(-15), "PER", "ECU", "Too early.");
        assertThat(verdict(CRISIS).miss()).isEqualTo(Verdict.Miss.NO_STATEMENT);
        say(offset(2), "PER", "ECU", "Peru accused Ecuador.");
        assertThat(verdict(CRISIS).miss()).isEqualTo(Verdict.Miss.NO_ALERT);
        raise("weak", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.INFO, offset(2));
        Verdict verdict = verdict(CRISIS);
        assertThat(verdict.miss()).isEqualTo(Verdict.Miss.TOO_WEAK);
        assertThat(verdict.said()).extracting(Verdict.Said::sentence).containsExactly("Peru accused Ecuador.");
        assertThat(verdict.weak()).extracting(ShownAlert::id).containsExactly("weak");
    }

    @Test
    void groupsAlertsByEpisode() {
        raise("a", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.WARNING, offset(0));
        raise("b", "ARG-URY", AlertKind.VOLUME_SURGE, Severity.INFO, 380);
        assertThat(backtest.result(0, 1).episodes())
                .extracting(EpisodeRow::severity, EpisodeRow::alerts)
                .containsExactly(tuple(Severity.WARNING, List.of("a")), tuple(Severity.INFO, List.of("b")));
    }

    @Test
    void countsByYear() {
        raise("a", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(0));
        raise("b", "ECU-PER", AlertKind.FIRST_CONTACT, Severity.INFO, 20);
        raise("c", "ARG-URY", AlertKind.VOLUME_SURGE, Severity.WARNING, 380);
        assertThat(backtest.result(0, 1).years())
                .containsExactly(
                        new YearRow(2024, 366, 1, 1, 1, 0, 1, 2, 1), new YearRow(2025, 35, 0, 0, 0, 0, 1, 1, 0));
    }

    @Test
    void episodesOutsideTheFeedAreNotMissed() {
        KnownEpisode past = new KnownEpisode("ECU-PER", LocalDate.of(1995, 1, 26), KnownEpisode.Kind.CRISIS, "Cenepa");
        Backtest other = new Backtest(FindingRule.of(Severity.WARNING), List.of(past));
        assertThat(other.hasFeed()).isFalse();
        other.article(EnrichedArticle.newBuilder()
                .setId("a")
                .setBody("Nothing of note.")
                .setLanguage("en")
                .setPublishedAt(time(0))
                .setMentions(List.of())
                .setStatements(List.of())
                .build());
        assertThat(other.result(0, 1).outside()).containsExactly(past);
        assertThat(other.result(0, 1).verdicts()).isEmpty();
    }

    @Test
    void drawsTheSameSampleForTheSameSeed() {
        for (int day = 1; day <= 20; day++) {
            raise("w" + day, "ARG-URY", AlertKind.SEVERE_EVENT, Severity.WARNING, day);
            raise("i" + day, "ARG-URY", AlertKind.VOLUME_SURGE, Severity.INFO, day);
        }
        List<String> sample = backtest.result(8, 7).sample();
        assertThat(sample).hasSize(8).doesNotHaveDuplicates().allMatch(id -> id.startsWith("w"));
        assertThat(backtest.result(8, 7).sample()).isEqualTo(sample);
        assertThat(backtest.result(8, 8).sample()).isNotEqualTo(sample);
    }

    @Test
    void reportsAsTextJsonAndPage() throws IOException {
        raise("a", "ECU-PER", AlertKind.SEVERE_EVENT, Severity.CRITICAL, offset(0));
        BacktestResult result = backtest.result(5, 1);
        StringWriter text = new StringWriter();
        new BacktestText(result, new PrintWriter(text)).print();
        assertThat(text.toString())
                .contains(
                        "crises  1 of 1 found, median delay 0 days",
                        "thaws   0 of 1 found",
                        "2024-03-20 ECU-PER crisis, bridge shelled: CRITICAL SEVERE_EVENT, the same day",
                        "2024-03-20 BOL-CHL thaw, sea treaty: no statement; both are named by 0 articles");
        new BacktestFiles().write(result, folder);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("backtest.json").toFile());
        assertThat(json.at("/verdicts/1/episode/day").asText()).isEqualTo("2024-03-20");
        assertThat(json.at("/verdicts/1/found/message").asText()).isEqualTo("Message of a.</script>");
        assertThat(json.at("/sample/0").asText()).isEqualTo("a");
        String page = Files.readString(folder.resolve("backtest.html"));
        assertThat(page).contains("Message of a.\\u003c/script>").doesNotContain("a.</script>", "/*RESULT*/null");
    }
}
