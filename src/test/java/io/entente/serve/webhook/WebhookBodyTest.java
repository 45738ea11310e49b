package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.serve.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {
    private static final Instant NOW = Instant.parse("2024-03-12T00:00:00Z");
    private static final Alert OPEN = Alert.newBuilder(Sample.alert("al1", "CHN-RUS", AlertState.OPEN, Sample.NOON))
            .setSeverity(Severity.CRITICAL)
            .setMessage("Tension <rose> & rose; [see](http://x.example).")
            .build();
    private static final Alert RESOLVED = Alert.newBuilder(OPEN)
            .setState(AlertState.RESOLVED)
            .setResolvedAt(Instant.parse("2024-03-11T00:00:00Z"))
            .build();

    private static JsonNode of(Alert alert, Shape shape) {
        return WebhookBody.of(alert, OutboxTest.target(shape), NOW);
    }

    @Test
    void speaksSlack() {
        assertThat(of(OPEN, Shape.SLACK).get("text").asText())
                .startsWith("*CRITICAL* Tension &lt;rose&gt; &amp; rose; [see](http://x.example).\n> The minister");
        assertThat(of(RESOLVED, Shape.SLACK).get("text").asText()).startsWith("*CRITICAL* (resolved) Tension");
    }

    @Test
    void speaksTeamsInTextThatIsNoMarkdown() {
        JsonNode card = of(OPEN, Shape.TEAMS).at("/attachments/0/content");
        assertThat(of(OPEN, Shape.TEAMS).at("/attachments/0/contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/body/0/inlines/1/text").asText()).isEqualTo(OPEN.getMessage());
        assertThat(card.at("/body/0/inlines/0/text").asText()).isEqualTo("CRITICAL ");
        assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock");
        assertThat(of(RESOLVED, Shape.TEAMS)
                        .at("/attachments/0/content/body/0/inlines/0/text")
                        .asText())
                .isEqualTo("CRITICAL (resolved) ");
    }

    @Test
    void speaksPagerDuty() {
        Alert wordy = Alert.newBuilder(OPEN).setMessage("x".repeat(3000)).build();
        JsonNode trigger = of(wordy, Shape.PAGERDUTY);
        assertThat(trigger.get("event_action").asText()).isEqualTo("trigger");
        assertThat(trigger.get("routing_key").asText()).isEqualTo("key");
        assertThat(trigger.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(trigger.at("/payload/summary").asText()).hasSize(1024).endsWith("…");
        JsonNode resolve = of(RESOLVED, Shape.PAGERDUTY);
        assertThat(resolve.get("event_action").asText()).isEqualTo("resolve");
        assertThat(resolve.get("dedup_key")).isEqualTo(trigger.get("dedup_key"));
    }

    @Test
    void speaksAlertmanagerWithOneSetOfLabelsForLife() {
        Alert milder = Alert.newBuilder(OPEN).setSeverity(Severity.INFO).build();
        List<JsonNode> life = List.of(
                of(milder, Shape.ALERTMANAGER).get(0),
                of(OPEN, Shape.ALERTMANAGER).get(0),
                of(RESOLVED, Shape.ALERTMANAGER).get(0));
        assertThat(life.stream().map(each -> each.get("labels")).distinct()).hasSize(1);
        assertThat(life.stream().map(each -> each.at("/annotations/severity").asText()))
                .containsExactly("info", "critical", "critical");
        assertThat(life.get(1).get("endsAt").asText()).isEqualTo("2024-03-12T00:15:00Z");
        assertThat(life.get(2).get("endsAt").asText()).isEqualTo("2024-03-11T00:00:00Z");
    }

    @Test
    void anAlertmanagerAlertEndsAfterItsStartAndNotInTheFuture() {
        Instant early = OPEN.getOpenedAt().minusSeconds(60);
        JsonNode ended = WebhookBody.of(RESOLVED, OutboxTest.target(Shape.ALERTMANAGER), early)
                .get(0);
        assertThat(Instant.parse(ended.get("startsAt").asText())).isEqualTo(early);
        assertThat(Instant.parse(ended.get("endsAt").asText())).isAfter(early).isBefore(early.plusSeconds(1));
    }
}
