package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.registry.server.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final CountDownLatch stop = new CountDownLatch(1);

    @Test
    void waitsForBrokerAndRegistryThatComeLater(@TempDir Path data) throws Exception {
        int brokerPort = freePort();
        int registryPort = freePort();
        CompletableFuture<Boolean> waiting = waitFor(brokerPort, registryPort, LONG);
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, brokerPort, Map.of())) {
            assertThat(waiting).isNotDone();
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort)) {
                assertThat(waiting.get(1, TimeUnit.MINUTES)).as(registry.url()).isTrue();
            }
        }
    }

    @Test
    void saysWhatDoesNotAnswer() throws Exception {
        int port = freePort();
        assertThatThrownBy(() -> upstream(port, port).await(Duration.ofMillis(1), stop))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("brokers at 127.0.0.1:" + port);
    }

    @Test
    void endsWhenAskedTo() throws Exception {
        CompletableFuture<Boolean> waiting = waitFor(freePort(), freePort(), LONG);
        stop.countDown();
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isFalse();
    }

    private CompletableFuture<Boolean> waitFor(int brokerPort, int registryPort, Duration limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return upstream(brokerPort, registryPort).await(limit, stop);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Upstream upstream(int brokerPort, int registryPort) {
        return new Upstream(Settings.load(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + brokerPort,
                        "schema.registry.url", "http://127.0.0.1:" + registryPort),
                Map.of(),
                null));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
