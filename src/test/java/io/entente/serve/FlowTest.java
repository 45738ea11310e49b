package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.clock.Lateness;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlowTest {
    @Test
    void oldNewsDoNotOverflowTheLatency() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Flow flow = new Flow(registry, new Lateness(Duration.ofDays(3)), Clock.systemUTC());
        Instant old = Instant.parse("1990-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            flow.event(Sample.event("e" + i, "CHN", "RUS", old), Instant.now());
        }
        double sum = registry.scrape()
                .lines()
                .filter(line -> line.startsWith("entente_latency_publication_seconds_sum"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
        assertThat(sum).isGreaterThan(20 * 30 * 365 * 86_400.0);
    }
}
