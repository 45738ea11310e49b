package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brokers that do not answer: said within ten seconds, and in words. */
class UnreachableBrokersTest {
    @Test
    void soIsARegistry() {
        Instant begin = Instant.now();
        Run run = Run.of("schemas", "check", "--set", "schema.registry.url=http://127.0.0.1:1");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("http://127.0.0.1:1").contains("schema.registry.url");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void areNotAskedForATopicThatDoesNotExist() {
        Run run = Run.of("tail", "alrts", "--set", "bootstrap.servers=127.0.0.1:1");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'alrts' is not a topic of Entente", "entente.alerts, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "no-such-host.invalid:9092", "127.0.0.1"})
    void areReportedSoon(String servers) {
        Instant begin = Instant.now();
        Run run = Run.of("topics", "plan", "--set", "bootstrap.servers=" + servers);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(servers);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30)); // 8 on a free machine
    }
}
