package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.collect.SourceHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectorStatusTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final CollectorStatus status = new CollectorStatus();

    private ObjectNode described() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        status.describe(node);
        return node;
    }

    private static SourceHealth well(int number) {
        return new SourceHealth("Feed " + number, "https://a.example/" + number, NOW, null, null, 0, 2, NOW);
    }

    @Test
    void saysNothingWhereNothingIsCollected() {
        assertThat(described().isEmpty()).isTrue();
    }

    @Test
    void showsFailingSourcesFirstAndCountsTheRest() {
        List<SourceHealth> sources = new ArrayList<>(
                IntStream.range(0, 99).mapToObj(CollectorStatusTest::well).toList());
        sources.add(new SourceHealth("Zero", "https://z.example/", null, "HTTP 404", NOW, 3, 0, NOW));
        status.watch(() -> sources);

        ObjectNode collector = (ObjectNode) described().path("collector");

        assertThat(collector.path("sources").asInt()).isEqualTo(100);
        assertThat(collector.path("failing").asInt()).isEqualTo(1);
        assertThat(collector.path("articles").asInt()).isEqualTo(198);
        assertThat(collector.path("worst")).hasSize(50);
        assertThat(collector.path("worst").path(0).path("name").asText()).isEqualTo("Zero");
        assertThat(collector.path("worst").path(0).path("lastError").asText()).isEqualTo("HTTP 404");
        assertThat(collector.path("worst").path(0).has("lastSuccess")).isFalse();
        assertThat(collector.path("worst").path(1).has("lastError")).isFalse();
    }
}
