package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.CollectorReport;
import io.entente.avro.CollectorSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectorStatusTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final CollectorStatus status = new CollectorStatus(Clock.fixed(NOW, ZoneOffset.UTC));

    private JsonNode described() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        status.describe(node);
        return node.path("collectors");
    }

    private static CollectorReport report(String id, boolean stopped, int sources) {
        return CollectorReport.newBuilder()
                .setId(id)
                .setHost("host-" + id)
                .setStartedAt(NOW)
                .setReportedAt(NOW)
                .setStopped(stopped)
                .setSources(sources)
                .setFailing(1)
                .setArticles(7)
                .setWorst(IntStream.range(0, sources)
                        .mapToObj(CollectorStatusTest::source)
                        .toList())
                .build();
    }

    private static CollectorSource source(int number) {
        return CollectorSource.newBuilder()
                .setName("Feed " + number)
                .setUrl("https://a.example/" + number)
                .setFailures(number == 0 ? 3 : 0)
                .setLastError(number == 0 ? "HTTP 404" : null)
                .setLastErrorAt(number == 0 ? NOW : null)
                .setLastSuccess(number == 0 ? null : NOW)
                .build();
    }

    @Test
    void saysNothingWhereNothingIsCollected() {
        assertThat(described().isMissingNode()).isTrue();
    }

    @Test
    void showsWhatACollectorSaysOfItselfAndOfItsSources() {
        status.take("a", NOW, report("a", false, 2));

        JsonNode row = described().path(0);
        assertThat(row.path("state").asText()).isEqualTo("RUNNING");
        assertThat(row.path("host").asText()).isEqualTo("host-a");
        assertThat(row.path("sources").asInt()).isEqualTo(2);
        assertThat(row.path("articles").asInt()).isEqualTo(7);
        assertThat(row.at("/worst/0/lastError").asText()).isEqualTo("HTTP 404");
        assertThat(row.at("/worst/0").has("lastSuccess")).isFalse();
        assertThat(row.at("/worst/1").has("lastError")).isFalse();
    }

    @Test
    void tellsTheSilentFromTheStoppedAndShowsThemFirst() {
        status.take("running", NOW.minus(Duration.ofSeconds(90)), report("running", false, 1));
        status.take("stopped", NOW.minus(Duration.ofHours(3)), report("stopped", true, 1));
        status.take("silent", NOW.minus(Duration.ofMinutes(3)), report("silent", false, 1));

        assertThat(described())
                .extracting(
                        row -> row.path("id").asText() + " " + row.path("state").asText())
                .containsExactly("silent SILENT", "running RUNNING", "stopped STOPPED");
        assertThat(List.of(CollectorStatus.State.values()))
                .extracting(status::count)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void forgetsWhatTheTopicForgets() {
        status.take("old", NOW.minus(Duration.ofDays(8)), report("old", true, 1));
        status.take("removed", NOW, report("removed", false, 1));
        status.take("removed", NOW, null);

        assertThat(described().isMissingNode()).isTrue();
    }

    @Test
    void showsFewSourcesOfManyCollectors() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            status.take(id, NOW, report(id, false, 40));
        }

        assertThat(described()).extracting(row -> row.path("worst").size()).containsOnly(10);
    }
}
