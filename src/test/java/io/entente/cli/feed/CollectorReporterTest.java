package io.entente.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.CollectorReport;
import io.entente.avro.CollectorSource;
import io.entente.collect.SourceHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectorReporterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static SourceHealth well(int number) {
        return new SourceHealth("Feed " + number, "https://a.example/" + number, NOW, null, null, 0, 2, NOW);
    }

    @Test
    void countsAllSourcesAndNamesTheFailingFirst() {
        List<SourceHealth> sources = new ArrayList<>(
                IntStream.range(0, 99).mapToObj(CollectorReporterTest::well).toList());
        sources.add(new SourceHealth("Zero", "https://z.example/", null, "HTTP 404", NOW, 3, 0, null));

        CollectorReport report = CollectorReporter.of("id", "host", NOW, NOW, false, sources);

        assertThat(report.getSources()).isEqualTo(100);
        assertThat(report.getFailing()).isEqualTo(1);
        assertThat(report.getArticles()).isEqualTo(198);
        assertThat(report.getWorst()).hasSize(50);
        CollectorSource first = report.getWorst().get(0);
        assertThat(first.getName()).isEqualTo("Zero");
        assertThat(first.getLastError()).contains("HTTP 404");
        assertThat(first.getLastSuccess()).isEmpty();
        assertThat(report.getWorst().get(1).getLastError()).isEmpty();
    }
}
